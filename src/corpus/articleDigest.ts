import type { Analysis, QuoteKind } from '../analysis'
import { countWords } from '../util/countWords'
import { entityNumber } from './entityIds'

/**
 * The numbers that a list over a whole folder counts and sorts by, so that nobody has to unpack ten thousand analyses for
 * them: how many words the text has; how many entities; three numbers each (of "e12" 12, mentions that act, other mentions);
 * then one for each quote: its kind in bits 0 and 1, bit 2 for an attitude, bit 3 where nobody is known to say it, its words above.
 */
export type ArticleDigest = Uint32Array

export interface EntityCounts {
  readonly acting: number
  readonly other: number
}

export interface QuoteFacts {
  readonly kind: QuoteKind
  readonly isAttitude: boolean
  readonly isUnattributed: boolean
  readonly words: number
}

const kinds: readonly QuoteKind[] = ['direct', 'indirect', 'mixed']
const headLength = 2
const columns = 3

/** Pure. */
export function digestArticle(text: string, { entities, mentions, quotes }: Analysis): ArticleDigest {
  const acting = entities.map((entity) => entity.mentions.filter((index) => mentions[index]?.acting).length)
  return Uint32Array.from([
    countWords(text),
    entities.length,
    ...entities.flatMap((entity, index) => [
      entityNumber(entity.id),
      acting[index]!,
      entity.mentions.length - acting[index]!
    ]),
    ...quotes.map(({ kind, act, speaker, content }) => {
      const words = content.reduce((sum, { start, end }) => sum + countWords(text.slice(start, end)), 0)
      return kinds.indexOf(kind) + (act === 'attitude' ? 4 : 0) + (speaker === null ? 8 : 0) + 16 * words
    })
  ])
}

export function digestWords(digest: ArticleDigest): number {
  return digest[0] ?? 0
}

export function digestQuotes(digest: ArticleDigest): number {
  return Math.max(0, digest.length - quotesAt(digest))
}

/** The numbers of the article's entities ("e12": 12), in the order of `Analysis.entities`. */
export function digestEntityNumbers(digest: ArticleDigest): readonly number[] {
  return Array.from({ length: digest[1] ?? 0 }, (_, index) => digest[headLength + index * columns] ?? 0)
}

/** `quote` indexes `Analysis.quotes`; undefined where the article has no such quote. */
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

/** `entity` is an id of the article's `Analysis.entities`. */
export function entityCounts(digest: ArticleDigest, entity: string): EntityCounts {
  const number = entityNumber(entity)
  // Numbers ascend, and mostly without a gap.
  let at = Math.min(number, digest[1] ?? 0) - 1
  while (at > 0 && (digest[headLength + at * columns] ?? 0) > number) at--
  const place = headLength + at * columns
  return at >= 0 && digest[place] === number
    ? { acting: digest[place + 1] ?? 0, other: digest[place + 2] ?? 0 }
    : { acting: 0, other: 0 }
}

/** Whether numbers can be a digest at all. */
export function isDigest(numbers: Uint32Array): boolean {
  return numbers.length >= headLength && quotesAt(numbers) <= numbers.length
}

function quotesAt(digest: ArticleDigest): number {
  return headLength + (digest[1] ?? 0) * columns
}
