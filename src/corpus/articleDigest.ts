import { shownText, type SourceText } from '../article'
import type { Analysis, QuoteKind } from '../analysis'
import { countWords } from '../util/countWords'
import { entityNumber } from './entityIds'

/**
 * The numbers that a list over a whole folder counts and sorts by, so that ten thousand analyses need not be unpacked.
 * The layout: the number of words of the text; the number of entities; for each entity three numbers (12 for "e12",
 * acting mentions, other mentions); for each quote one number (bits 0 and 1: index of its kind in `kinds`; bit 2: it is
 * an attitude; bit 3: it has no speaker; from bit 4 on: its number of words).
 */
export type ArticleDigest = Uint32Array

/** Numbers of mentions of one entity in one article. */
export interface EntityCounts {
  readonly acting: number
  readonly other: number
}

export interface QuoteFacts {
  readonly kind: QuoteKind
  readonly isAttitude: boolean
  /** It has no speaker. */
  readonly isUnattributed: boolean
  readonly words: number
}

const kinds: readonly QuoteKind[] = ['direct', 'indirect', 'mixed']
const headLength = 2
/** Numbers for each entity. */
const columns = 3

/** Computes the digest of an article. Pure. */
export function digestArticle(source: SourceText, { entities, mentions, quotes }: Analysis): ArticleDigest {
  const acting = entities.map((entity) => entity.mentions.filter((index) => mentions[index]?.acting).length)
  return Uint32Array.from([
    countWords(shownText(source, { start: 0, end: source.text.length })),
    entities.length,
    ...entities.flatMap((entity, index) => [
      entityNumber(entity.id),
      acting[index]!,
      entity.mentions.length - acting[index]!
    ]),
    ...quotes.map(({ kind, act, speaker, content }) => {
      const words = content.reduce((sum, span) => sum + countWords(shownText(source, span)), 0)
      return kinds.indexOf(kind) + (act === 'attitude' ? 4 : 0) + (speaker === null ? 8 : 0) + 16 * words
    })
  ])
}

/** The number of words of the article. */
export function digestWords(digest: ArticleDigest): number {
  return digest[0] ?? 0
}

/** The number of quotes of the article. */
export function digestQuotes(digest: ArticleDigest): number {
  return Math.max(0, digest.length - quotesAt(digest))
}

/** The number of entities of the article. */
export function digestEntities(digest: ArticleDigest): number {
  return digest[1] ?? 0
}

/** The numbers of the article's entities ("e12": 12), in the order of `Analysis.entities`. */
export function digestEntityNumbers(digest: ArticleDigest): readonly number[] {
  return Array.from({ length: digestEntities(digest) }, (_, index) => digest[headLength + index * columns] ?? 0)
}

/** The facts of a quote, an index of `Analysis.quotes`; undefined where the article has no such quote. */
export function quoteFacts(digest: ArticleDigest, quote: number): QuoteFacts | undefined {
  const bits = digest[quotesAt(digest) + quote]
  return bits === undefined
    ? undefined
    : {
        kind: kinds[bits & 3] ?? 'direct',
        isAttitude: (bits & 4) > 0,
        isUnattributed: (bits & 8) > 0,
        words: bits >>> 4
      }
}

/** The index in `Analysis.entities` of the entity of a number (12 for "e12"); -1 where the article has none such. */
export function entityPlace(digest: ArticleDigest, number: number): number {
  // Numbers ascend from 1, mostly without a gap: the search begins at the index that the number has without gaps.
  let at = Math.min(number, digestEntities(digest)) - 1
  while (at > 0 && (digest[headLength + at * columns] ?? 0) > number) at--
  return at >= 0 && digest[headLength + at * columns] === number ? at : -1
}

/** The counts of an entity, an id of the article's `Analysis.entities`; zeros where it has no such entity. */
export function entityCounts(digest: ArticleDigest, entity: string): EntityCounts {
  const at = entityPlace(digest, entityNumber(entity))
  const place = headLength + at * columns
  return at >= 0 ? { acting: digest[place + 1] ?? 0, other: digest[place + 2] ?? 0 } : { acting: 0, other: 0 }
}

/** The number of mentions of an entity, an index of `Analysis.entities`. */
export function mentionsAt(digest: ArticleDigest, entity: number): number {
  const place = headLength + entity * columns
  return (digest[place + 1] ?? 0) + (digest[place + 2] ?? 0)
}

/** Whether the numbers have the layout of a digest: a file may be damaged. */
export function isDigest(numbers: Uint32Array): boolean {
  return numbers.length >= headLength && quotesAt(numbers) <= numbers.length
}

/** Index of the first quote's number. */
function quotesAt(digest: ArticleDigest): number {
  return headLength + digestEntities(digest) * columns
}
