import type { Dot, QuotePlace } from '../../protocol/overview'
import type { FolderIndex } from '../../study/folderIndex'

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

/** Where a quote is, by its number. */
export function quotePlace({ folder, quotes }: FolderIndex, number: number): QuotePlace {
  const { article, quote } = quotes.placeOf(number)
  return { article: folder.articles[article]?.id ?? '', quote }
}
