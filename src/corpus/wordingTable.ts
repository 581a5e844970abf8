import { grown, ranges } from '../util/ranges'
import type { Stretch } from './fingerprint'
import { exactHash, quoteCount, runsOf, wordCount, type QuoteFingerprints } from './quoteFingerprints'

/**
 * The wordings of a folder's quotes in columns of numbers: a folder has a hundred thousand, and as objects they took more memory than
 * the articles' texts. A wording is a number, which another one gets when it is forgotten.
 */
export interface WordingTable {
  /** The article must not be there. */
  addArticle(id: string, prints: QuoteFingerprints): QuotedArticle
  article(id: string): QuotedArticle | undefined
  /** Its quotes must have been removed. */
  removeArticle(article: QuotedArticle): void
  /** Adds a quote to its wording. */
  addQuote(article: QuotedArticle, quote: number): { readonly wording: number; readonly isNew: boolean }
  /** Takes a quote from its wording, and gives that; undefined where the quote was not added. */
  removeQuote(article: QuotedArticle, quote: number): number | undefined
  /** Whether a wording has a quote. */
  has(wording: number): boolean
  hasSeveral(wording: number): boolean
  quotes(wording: number): Iterable<QuotePlace>
  /** Number of words. */
  words(wording: number): number
  /** Its runs of words. */
  runs(wording: number): Stretch
  /** Orders wordings: the same for the same words, whatever was added before. */
  key(wording: number): number
  /** Lets another one have the number of a wording without quotes. */
  forget(wording: number): void
}

export interface QuotedArticle {
  readonly id: string
  readonly prints: QuoteFingerprints
  /** The row of its first quote. */
  readonly first: number
}

export interface QuotePlace {
  readonly article: QuotedArticle
  readonly quote: number
}

export function wordingTable(): WordingTable {
  const articles = new Map<string, QuotedArticle>()
  const byKey = new Map<number, number>()
  /** Of quotes: the wording, and the rows of the quotes of the same wording before and behind it; -1 for none. */
  const quoteRows = ranges()
  let wordingOf = new Int32Array(0)
  let before = new Int32Array(0)
  let behind = new Int32Array(0)
  /** Of quotes: whose they are. */
  const articleOf: (QuotedArticle | undefined)[] = []
  /** Of wordings: the row of their first quote, -1 for none; the runs are those of the first quote that was added. */
  const wordingRows = ranges()
  let firstQuote = new Int32Array(0)
  let keys = new Float64Array(0)
  let wordCounts = new Uint32Array(0)
  let from = new Uint32Array(0)
  let to = new Uint32Array(0)
  const printsOf: (QuoteFingerprints | undefined)[] = []

  function newWording(key: number, prints: QuoteFingerprints, quote: number): number {
    const wording = wordingRows.take(1)
    const size = wordingRows.size()
    firstQuote = grown(firstQuote, size)
    keys = grown(keys, size)
    wordCounts = grown(wordCounts, size)
    from = grown(from, size)
    to = grown(to, size)
    const runs = runsOf(prints, quote)
    firstQuote[wording] = -1
    keys[wording] = key
    wordCounts[wording] = wordCount(prints, quote)
    from[wording] = runs.from
    to[wording] = runs.to
    printsOf[wording] = prints
    byKey.set(key, wording)
    return wording
  }

  return {
    addArticle(id, prints) {
      const count = quoteCount(prints)
      const article = { id, prints, first: quoteRows.take(count) }
      const size = quoteRows.size()
      wordingOf = grown(wordingOf, size)
      before = grown(before, size)
      behind = grown(behind, size)
      wordingOf.fill(-1, article.first, article.first + count)
      while (articleOf.length < size) articleOf.push(undefined)
      articleOf.fill(article, article.first, article.first + count)
      articles.set(id, article)
      return article
    },
    article: (id) => articles.get(id),
    removeArticle({ id, prints, first }) {
      const count = quoteCount(prints)
      articles.delete(id)
      articleOf.fill(undefined, first, first + count)
      quoteRows.giveBack(first, count)
    },
    addQuote({ prints, first }, quote) {
      const key = wordingKey(prints, quote)
      const known = byKey.get(key)
      const wording = known ?? newWording(key, prints, quote)
      const row = first + quote
      const next = firstQuote[wording]!
      wordingOf[row] = wording
      before[row] = -1
      behind[row] = next
      if (next >= 0) before[next] = row
      firstQuote[wording] = row
      return { wording, isNew: known === undefined }
    },
    removeQuote({ first }, quote) {
      const row = first + quote
      const wording = wordingOf[row]!
      if (wording < 0) return undefined
      wordingOf[row] = -1
      const [last, next] = [before[row]!, behind[row]!]
      if (last >= 0) behind[last] = next
      else firstQuote[wording] = next
      if (next >= 0) before[next] = last
      return wording
    },
    has: (wording) => firstQuote[wording]! >= 0,
    hasSeveral: (wording) => firstQuote[wording]! >= 0 && behind[firstQuote[wording]!]! >= 0,
    *quotes(wording) {
      for (let row = firstQuote[wording]!; row >= 0; row = behind[row]!) {
        const article = articleOf[row]!
        yield { article, quote: row - article.first }
      }
    },
    words: (wording) => wordCounts[wording]!,
    runs: (wording) => ({ prints: printsOf[wording]!, from: from[wording]!, to: to[wording]! }),
    key: (wording) => keys[wording]!,
    forget(wording) {
      byKey.delete(keys[wording]!)
      printsOf[wording] = undefined
      wordingRows.giveBack(wording, 1)
    }
  }
}

/**
 * A key that is equal for equal words. Among some hundred thousand quotes a few different ones have the same 32 bit
 * hash, so 20 bits of the number of words and of the first run's hash are added: 52 bits, which a JavaScript number
 * holds exactly.
 */
export function wordingKey(prints: QuoteFingerprints, quote: number): number {
  const run = prints[runsOf(prints, quote).from] ?? 0
  return exactHash(prints, quote) * 2 ** 20 + ((run ^ wordCount(prints, quote)) & 0xfffff)
}
