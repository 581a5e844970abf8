import type { Span } from '../article'

/** Words that were found, in order of article and place, in columns: there may be two hundred thousand. */
export interface WordHits {
  readonly size: number
  /** Index of the folder's articles. */
  articleOf(hit: number): number
  /** In the article's text. */
  spanOf(hit: number): Span
}

/** Words as they are found. */
export interface FoundWords {
  add(article: number, start: number, end: number): void
  /** More are not listed: nobody reads them, and a letter is in every word. */
  isFull(): boolean
  hits(): WordHits
}

const mostHits = 200_000

export const noHits = hitsIn(new Uint32Array(0), 0)

export function foundWords(): FoundWords {
  let columns = new Uint32Array(columnCount * 1024)
  let size = 0
  return {
    add(article, start, end) {
      let at = size * columnCount
      if (at === columns.length) columns = longer(columns)
      columns[at++] = article
      columns[at++] = start
      columns[at] = end
      size++
    },
    isFull: () => size >= mostHits,
    hits: () => hitsIn(columns, size)
  }
}

/** Those that are in some of the articles. */
export function hitsInArticles(hits: WordHits, isIn: (article: number) => boolean): WordHits {
  const found = foundWords()
  for (let hit = 0; hit < hits.size; hit++) {
    const article = hits.articleOf(hit)
    if (!isIn(article)) continue
    const { start, end } = hits.spanOf(hit)
    found.add(article, start, end)
  }
  return found.hits()
}

/** Of each hit the article, the start and the end. */
const columnCount = 3

function hitsIn(columns: Uint32Array, size: number): WordHits {
  const column = (hit: number, at: number) => columns[hit * columnCount + at]
  return {
    size,
    articleOf: (hit) => column(hit, 0) ?? -1,
    spanOf: (hit) => ({ start: column(hit, 1) ?? 0, end: column(hit, 2) ?? 0 })
  }
}

function longer(columns: Uint32Array): Uint32Array<ArrayBuffer> {
  const made = new Uint32Array(2 * columns.length)
  made.set(columns)
  return made
}
