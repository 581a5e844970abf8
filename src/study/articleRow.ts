import type { QuoteTable } from './quoteTable'

/** Quotes of one article. */
export interface ArticleRow {
  /** Index of the folder's articles. */
  readonly article: number
  /** Numbers of the `QuoteTable`. */
  readonly quotes: readonly number[]
}

/** Which quotes are in rows: of those that are marked by 1 at their number in `left` all, or those without a speaker. */
export interface RowQuotes {
  readonly table: QuoteTable
  readonly left: Uint8Array
  readonly unattributedOnly: boolean
}

/** A row whose quotes are listed anew at each look: every letter of a filter makes ten thousand rows, and few are looked at. */
export function articleRow(article: number, quotes: RowQuotes): ArticleRow {
  return new LeftInArticle(article, quotes)
}

class LeftInArticle implements ArticleRow {
  readonly article: number
  readonly #quotes: RowQuotes

  constructor(article: number, quotes: RowQuotes) {
    this.article = article
    this.#quotes = quotes
  }

  get quotes(): readonly number[] {
    const { table, left, unattributedOnly } = this.#quotes
    const [start, end] = table.rangeOf(this.article)
    const listed: number[] = []
    for (let number = start; number < end; number++)
      if (left[number] === 1 && (!unattributedOnly || table.isUnattributed(number))) listed.push(number)
    return listed
  }
}
