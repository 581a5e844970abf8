import type { Span } from '../../article'
import { comparableOffset, comparableText, sourceOffset } from './comparable'
import { agreeingAt, evidenceAt, isAllAround, someUnits, type Evidence, type Rank } from './evidence'
import { occurrencesIn } from './occurrences'
import type { Sought } from './sought'

/** Where the words of an anchor are in a text, and what is around them there. Offsets are those of the comparable text. */
export interface Findings {
  /** The highest rank of all places. */
  readonly rank: Rank
  /** The places of this rank where it is not 0, some of very many. */
  readonly best: readonly Evidence[]
  /** The most units that agree around a place that is not meant for another reason: a twin's, or one that says "not". */
  readonly rival: number
  /** Every place, ascending. */
  readonly offsets: readonly number[]
  /** Whether `offsets` has them all. */
  readonly areAll: boolean
  /** Whether the words are nowhere else, be it in a part of the text that does not count. */
  readonly isOnly: boolean
}

/** Whether the words of an anchor, by its index, that were taken out of a text in an editor may have come to a place. */
export type IsNewText = (start: number, end: number, index: number) => boolean

/** A text in which anchors are looked for. */
export interface SearchedText {
  /** As it is compared. */
  readonly text: string
  /** `index` is that of the anchor. */
  find(sought: Sought, index: number): Findings
  /** What is at an offset of the source; null where the words are not. */
  at(sought: Sought, offset: number): Evidence | null
  /** In the source. */
  spanAt(sought: Sought, offset: number): Span
  /** The offset in the comparable text. */
  offsetOf(sourceOffset: number): number
  sourceSpan(span: Span): Span
}

const mostBest = 20
/** Places that are looked at for all anchors together, where one that is like the sought one counts for many. */
const mostLooks = 20_000_000
const looksOfLike = 400

export function searchedText(source: string, isNewText: IsNewText | null): SearchedText {
  const comparable = comparableText(source)
  const { text } = comparable
  const occurrences = occurrencesIn(text)
  let looks = 0
  const sourceSpan = ({ start, end }: Span) => ({
    start: sourceOffset(comparable, start),
    end: sourceOffset(comparable, end)
  })
  const spanAt = ({ words, exact }: Sought, offset: number) => {
    const span = sourceSpan({ start: offset, end: offset + words.length })
    // Of a run of white space at an end, only so much as the anchor has.
    const hasRun = words.startsWith(' ') || words.endsWith(' ')
    const at = hasRun ? source.slice(span.start, span.end).indexOf(exact) : -1
    return at < 0 ? span : { start: span.start + at, end: span.start + at + exact.length }
  }
  return {
    text,
    sourceSpan,
    spanAt,
    offsetOf: (offset) => comparableOffset(comparable, offset),
    at(sought, offset) {
      const at = comparableOffset(comparable, offset)
      const isThere = sourceOffset(comparable, at) === offset && text.startsWith(sought.words, at)
      return isThere ? evidenceAt(text, at, sought) : null
    },
    find(sought, index) {
      const found = occurrences(sought.words)
      const isOnly = found.areAll && found.offsets.length === 1
      const offsets = isNewText
        ? found.offsets.filter((offset) => {
            const { start, end } = spanAt(sought, offset)
            return isNewText(start, end, index)
          })
        : found.offsets
      const whole = bestOf(wholly(offsets))
      // All further ones look like the sought one only in part, and looking closer costs more than looking for them.
      const { rank, best, rival, areAll } = whole.rank === 3 ? { ...whole, areAll: true } : partly(offsets)
      return { rank, best, rival, offsets, areAll: areAll && found.areAll, isOnly }

      function wholly(places: readonly number[]): readonly number[] {
        const alike: number[] = []
        for (const offset of places) {
          if (alike.length === mostBest) break
          if (isAllAround(text, offset, sought)) alike.push(offset)
        }
        return alike
      }

      function partly(places: readonly number[]) {
        const like: number[] = []
        for (const offset of places) {
          if (++looks > mostLooks || like.length === mostBest) return { ...bestOf(like), areAll: false }
          if (agreeingAt(text, offset, sought) >= someUnits) like.push(offset)
        }
        return { ...bestOf(like), areAll: true }
      }

      function bestOf(places: readonly number[]): Pick<Findings, 'rank' | 'best' | 'rival'> {
        looks += places.length * looksOfLike
        const evidence = places.map((offset) => evidenceAt(text, offset, sought))
        const highest = evidence.reduce<Rank>((most, one) => (one.rank > most ? one.rank : most), 0)
        return {
          rank: highest,
          best: highest === 0 ? [] : evidence.filter((one) => one.rank === highest),
          rival: Math.max(0, ...evidence.map(({ rank, agreeing }) => (rank === 0 ? agreeing : 0)))
        }
      }
    }
  }
}
