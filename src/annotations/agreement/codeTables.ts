import type { Span } from '../../article'
import { firstIndex } from '../../util/binarySearch'
import { grouped } from '../../util/grouped'
import type { CodeAgreement } from './comparison'
import { agreementFigures } from './figures'
import type { HeldFacts } from './held'
import { comparableUnits, ratingTable, type RatingTable } from './ratings'
import { pairsOf, spanTable, type SpanTable } from './spanTables'

/** Adds up, article by article, who gives which code to what. */
export interface CodeTables {
  /** `held`: undefined for who has decided nothing about the article. At least two have. */
  add(sentences: readonly Span[], held: readonly (HeldFacts | undefined)[]): void
  agreements(): readonly CodeAgreement[]
}

interface Ground {
  readonly sentences: number
  readonly characters: number
}

interface CodeTable {
  readonly sentences: RatingTable
  readonly characters: RatingTable
  readonly spans: SpanTable
  /** How much of the ground of each pattern of annotators is in the tables. */
  readonly covered: Map<string, Ground>
}

export function codeTables(annotators: number): CodeTables {
  /** By who has decided about the article, one letter an annotator: most codes are in few articles, and "no" in all others. */
  const ground = new Map<string, Ground>()
  const codes = new Map<string, CodeTable>()

  function tableOf(code: string): CodeTable {
    const known = codes.get(code)
    if (known) return known
    const table = {
      sentences: ratingTable(annotators),
      characters: ratingTable(annotators),
      spans: spanTable(),
      covered: new Map<string, Ground>()
    }
    codes.set(code, table)
    return table
  }

  return {
    add(unordered, held) {
      const sentences = [...unordered].sort((a, b) => a.start - b.start)
      const pattern = held.map((facts) => (facts ? no : missing)).join('')
      const own = { sentences: sentences.length, characters: lengthOf(sentences) }
      grow(ground, pattern, own)
      const codings = held.map((facts) => facts && placesByCode(facts))
      for (const code of new Set(codings.flatMap((places) => [...(places?.keys() ?? [])]))) {
        const places = codings.map((byCode) => byCode && (byCode.get(code) ?? []))
        const table = tableOf(code)
        addUnits(table, sentences, places)
        grow(table.covered, pattern, own)
        for (const [first, second, ofFirst, ofSecond] of pairsOf(places))
          table.spans.add(first, second, ofFirst, ofSecond)
      }
    },
    agreements: () =>
      [...codes]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([code, table]) => {
          for (const [pattern, { sentences, characters }] of ground) {
            const covered = table.covered.get(pattern)
            const answers = [...pattern].map((letter) => (letter === missing ? null : no))
            table.sentences.add(answers, sentences - (covered?.sentences ?? 0))
            table.characters.add(answers, characters - (covered?.characters ?? 0))
          }
          table.covered.clear()
          for (const [pattern, own] of ground) table.covered.set(pattern, own)
          return {
            code,
            sentences: figuresOf(table.sentences),
            characters: figuresOf(table.characters),
            spans: table.spans.agreement()
          }
        })
  }
}

const yes = 'y'
const no = 'n'
const missing = '-'

function figuresOf(table: RatingTable): CodeAgreement['sentences'] {
  const ratings = table.ratings()
  return { units: comparableUnits(ratings), ...agreementFigures(ratings) }
}

function grow(grounds: Map<string, Ground>, pattern: string, own: Ground): void {
  const before = grounds.get(pattern)
  grounds.set(pattern, {
    sentences: (before?.sentences ?? 0) + own.sentences,
    characters: (before?.characters ?? 0) + own.characters
  })
}

function placesByCode({ codings }: HeldFacts): ReadonlyMap<string, readonly (readonly Span[])[]> {
  const byCode = [...grouped(codings, ({ code }) => code)]
  return new Map(byCode.map(([code, own]) => [code, own.map(({ target }) => target)]))
}

function addUnits(
  { sentences: bySentence, characters: byCharacter }: CodeTable,
  sentences: readonly Span[],
  places: readonly (readonly (readonly Span[])[] | undefined)[]
): void {
  const covered = places.map((ofAnnotator) => ofAnnotator && coveredPieces(sentences, ofAnnotator.flat()))
  const answersAt = (isCovered: (pieces: readonly CoveredPiece[]) => boolean) =>
    covered.map((pieces) => (pieces === undefined ? null : isCovered(pieces) ? yes : no))
  const none = answersAt(() => false)

  const touched = covered.map((pieces) => new Set(pieces?.map(({ sentence }) => sentence)))
  const anyTouched = new Set(touched.flatMap((indexes) => [...indexes]))
  for (const sentence of anyTouched) {
    bySentence.add(covered.map((pieces, annotator) => (pieces ? (touched[annotator]!.has(sentence) ? yes : no) : null)))
  }
  bySentence.add(none, sentences.length - anyTouched.size)

  const cuts = [...new Set(covered.flatMap((pieces) => (pieces ?? []).flatMap(({ start, end }) => [start, end])))].sort(
    (a, b) => a - b
  )
  let characters = 0
  for (const [index, start] of cuts.entries()) {
    const length = (cuts[index + 1] ?? start) - start
    const answers = answersAt((pieces) => {
      const piece = pieces[firstIndex(pieces.length, (at) => pieces[at]!.end > start)]
      return piece !== undefined && piece.start <= start
    })
    if (!answers.includes(yes)) continue
    byCharacter.add(answers, length)
    characters += length
  }
  byCharacter.add(none, lengthOf(sentences) - characters)
}

interface CoveredPiece extends Span {
  /** Its index. */
  readonly sentence: number
}

/** What of the sentences the spans cover, in order and without overlaps. */
function coveredPieces(sentences: readonly Span[], spans: readonly Span[]): readonly CoveredPiece[] {
  const pieces: CoveredPiece[] = []
  let done = 0
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const start = Math.max(span.start, done)
    if (start >= span.end) continue
    let index = firstIndex(sentences.length, (at) => sentences[at]!.end > start)
    for (; index < sentences.length && sentences[index]!.start < span.end; index++) {
      const sentence = sentences[index]!
      pieces.push({ start: Math.max(start, sentence.start), end: Math.min(span.end, sentence.end), sentence: index })
    }
    done = span.end
  }
  return pieces
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0)
}
