import type { ArticleColumn, Dot, QuotePlace } from '../../protocol/overview'
import type { FolderIndex } from '../../study/folderIndex'
import type { Steps } from '../../util/steps'
import { chosenColumns } from './articleColumns'

/** Collects the quotes at the places of a grid. */
export interface DotGrid {
  add(row: number, column: number, number: number): void
  /** In order of row and column. */
  dots(): readonly Dot[]
}

export function dotGrid(index: FolderIndex): DotGrid {
  const found = new Map<number, Map<number, { quotes: number; marked: number; readonly first: number }>>()
  return {
    add(row, column, number) {
      const columns = found.get(row) ?? new Map<number, { quotes: number; marked: number; readonly first: number }>()
      found.set(row, columns)
      const dot = columns.get(column) ?? { quotes: 0, marked: 0, first: number }
      columns.set(column, dot)
      dot.quotes++
      if (index.quotes.kindOf(number) !== 'indirect') dot.marked++
    },
    dots: () =>
      [...found]
        .sort(([a], [b]) => a - b)
        .flatMap(([row, columns]) =>
          [...columns]
            .sort(([a], [b]) => a - b)
            .map(([column, { quotes, marked, first }]) => ({
              row,
              column,
              quotes,
              marked,
              only: quotes === 1 ? quotePlace(index, first) : null
            }))
        )
  }
}

/** Rows of quotes by the articles that hold the most of them. */
export interface ArticleGrid {
  readonly articles: readonly ArticleColumn[]
  /** Number of articles with any of the quotes. */
  readonly articlesInAll: number
  readonly dots: readonly Dot[]
}

/** `rows` have numbers of the `QuoteTable`; at most `columns` articles are chosen. */
export function* articleGrid(
  index: FolderIndex,
  rows: readonly { readonly quotes: readonly number[] }[],
  columns: number
): Steps<ArticleGrid> {
  const weights = new Map<number, number>()
  for (const { quotes } of rows) {
    yield
    for (const number of quotes) {
      const { article } = index.quotes.placeOf(number)
      weights.set(article, (weights.get(article) ?? 0) + 1)
    }
  }
  const { articles, placeOf } = chosenColumns(index, weights, columns)
  const grid = dotGrid(index)
  for (const [row, { quotes }] of rows.entries()) {
    yield
    for (const number of quotes) {
      const column = placeOf.get(index.quotes.placeOf(number).article)
      if (column !== undefined) grid.add(row, column, number)
    }
  }
  yield
  return { articles, articlesInAll: weights.size, dots: grid.dots() }
}

/** Where a quote is, by its number. */
export function quotePlace({ folder, quotes }: FolderIndex, number: number): QuotePlace {
  const { article, quote } = quotes.placeOf(number)
  return { article: folder.articles[article]?.id ?? '', quote }
}
