import { concordance } from '../../src/quotesPanel/concordance'
import { rowContent } from '../../src/quotesPanel/rowContent'
import { rowOrder } from '../../src/quotesPanel/rowOrder'
import { searchWords } from '../../src/quotesPanel/searchWords'
import type { Column } from '../../src/protocol/quotesPanel'
import type { FolderIndex } from '../../src/study/folderIndex'
import { folderView } from '../../src/study/folderView'
import { mappedInSteps } from '../../src/util/steps'
import { hostSlices } from './hostSlices'

/** What the quotes panel's rows of a whole folder cost its host. Milliseconds of processor time. */
export interface RowsCost {
  readonly rows: number
  /** All quotes, and those that a filter leaves, when the filter itself is done. */
  readonly quotes: number
  readonly filtered: number
  /** Sorted by what is known of every article, and by words that are in the articles: the first time, and under another filter. */
  readonly bySource: readonly [first: number, other: number]
  readonly byKeyword: readonly [first: number, other: number]
  readonly byLeft: readonly [first: number, other: number]
  /** A page of 100 rows of quotes, at the most expensive of ten places: the first time, and again. */
  readonly page: readonly [first: number, again: number]
  /** The first time, and under another filter. */
  readonly mentions: readonly [first: number, other: number]
  /** Words that are looked for in every article, the first time; and the dearest of some other words. */
  readonly words: readonly [first: number, others: number]
  /** The longest time without a pause in any of these. */
  readonly longestSlice: number
}

const pageSize = 100
const pages = 10
const otherWords = ['minister', 'the', 'prime minister', 'caf\u00E9']

export function measureRows(index: FolderIndex): RowsCost {
  const slices = hostSlices()
  const { run } = slices
  const view = run(folderView(index, '')).result
  const filters = ['kind:direct', 'the'].map((filter) => run(folderView(index, filter)).result)
  // Index and view are the sidebar's, too, and measured with its lists.
  slices.forget()
  const quotes = run(concordance(view, 'quotes'))
  const others = filters.map((filtered) => run(concordance(filtered, 'quotes')))
  const rows = quotes.result
  const twice = (work: () => number) => [work(), work()] as const
  const most = (costs: readonly { readonly cost: number }[]) => Math.max(...costs.map(({ cost }) => cost))
  const sorting = (column: Column) =>
    [
      run(rowOrder(rows, column, false)).cost,
      most(others.map(({ result }) => run(rowOrder(result, column, false))))
    ] as const
  const wordsOf = (words: string) => run(searchWords(index.folder.articles, words))
  const page = (from: number) => {
    const places = Array.from({ length: Math.min(pageSize, rows.size - from) }, (_, place) => from + place)
    return run(mappedInSteps(places, (row) => rowContent(rows, row), pageSize)).cost
  }
  const costOfPages = twice(() =>
    Math.max(...Array.from({ length: pages }, (_, at) => page(Math.floor((at * rows.size) / pages))))
  )
  return {
    rows: rows.size,
    quotes: quotes.cost,
    filtered: most(others),
    bySource: sorting('source'),
    byKeyword: sorting('keyword'),
    byLeft: sorting('left'),
    page: costOfPages,
    mentions: [
      run(concordance(view, 'mentions')).cost,
      most(filters.map((filtered) => run(concordance(filtered, 'mentions'))))
    ],
    words: [wordsOf('harbour').cost, most(otherWords.map(wordsOf))],
    longestSlice: slices.longest()
  }
}
