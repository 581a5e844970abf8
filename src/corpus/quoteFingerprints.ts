import type { QuoteAct } from '../analysis'
import { mappedInSteps, type Steps } from '../util/steps'
import { fingerprint } from './fingerprint'

/**
 * The fingerprints of an article's quotes as one array of 32 bit numbers, small in memory and ready to be written. The
 * layout: the number of quotes; for each quote five numbers (hash of all words; number of words, with the highest bit
 * set for an attitude; start and end offset in UTF-16 units; index behind its last run); then the hashes of the runs of
 * four words, in order of quote and ascending within each.
 */
export type QuoteFingerprints = Uint32Array

/** Numbers for each quote. */
const columns = 5
const attitudeBit = 2 ** 31

/** A quote to be compared; `start` and `end` are its offsets in the article, in UTF-16 units. */
interface QuoteText {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly act: QuoteAct
}

/** Computes the fingerprints of quotes, in steps of some: an article may have tens of thousands. */
export function* quoteFingerprintsInSteps(quotes: readonly QuoteText[]): Steps<QuoteFingerprints> {
  const prints = yield* mappedInSteps(quotes, ({ text }) => fingerprint(text), 500)
  const runs = 1 + quotes.length * columns
  const numbers = new Uint32Array(runs + prints.reduce((sum, { shingles }) => sum + shingles.length, 0))
  numbers[0] = quotes.length
  let end = runs
  prints.forEach(({ exact, words, shingles }, quote) => {
    numbers.set(shingles, end)
    end += shingles.length
    const { start, end: last, act } = quotes[quote]!
    numbers.set([exact, act === 'attitude' ? words + attitudeBit : words, start, last, end], 1 + quote * columns)
  })
  return numbers
}

/** A copy that says everything of the quotes but the runs by which they are compared: it takes a fraction of the memory. */
export function withoutRuns(prints: QuoteFingerprints): QuoteFingerprints {
  return prints.slice(0, 1 + quoteCount(prints) * columns)
}

export function quoteCount(prints: QuoteFingerprints): number {
  return prints[0] ?? 0
}

/** Equal for quotes that differ only in case, punctuation and white space. */
export function exactHash(prints: QuoteFingerprints, quote: number): number {
  return prints[1 + quote * columns]!
}

export function wordCount(prints: QuoteFingerprints, quote: number): number {
  return prints[2 + quote * columns]! % attitudeBit
}

export function isAttitude(prints: QuoteFingerprints, quote: number): boolean {
  return prints[2 + quote * columns]! >= attitudeBit
}

export function startOf(prints: QuoteFingerprints, quote: number): number {
  return prints[3 + quote * columns]!
}

export function endOf(prints: QuoteFingerprints, quote: number): number {
  return prints[4 + quote * columns]!
}

/** The indexes of the quote's first run and behind its last. */
export function runsOf(prints: QuoteFingerprints, quote: number): { readonly from: number; readonly to: number } {
  return {
    from: quote === 0 ? 1 + quoteCount(prints) * columns : prints[quote * columns]!,
    to: prints[5 + quote * columns]!
  }
}

/** Whether the numbers have the layout of fingerprints: a file may be damaged. */
export function areQuoteFingerprints(numbers: Uint32Array): boolean {
  const runs = 1 + quoteCount(numbers) * columns
  if (numbers.length < runs) return false
  let last = runs
  for (let quote = 0; quote < quoteCount(numbers); quote++) {
    const end = numbers[5 + quote * columns]!
    if (end < last || end > numbers.length) return false
    last = end
  }
  return true
}
