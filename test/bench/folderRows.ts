import { concordance } from '../../src/quotesPanel/concordance'
import { rowContent } from '../../src/quotesPanel/rowContent'
import { rowOrder } from '../../src/quotesPanel/rowOrder'
import { searchWords } from '../../src/quotesPanel/searchWords'
import type { Column } from '../../src/protocol/quotesPanel'
import { folderIndex } from '../../src/study/folderIndex'
import { folderView } from '../../src/study/folderView'
import { mappedInSteps } from '../../src/util/steps'
import type { FolderSnapshot } from '../../src/workspace/folderArticle'
import { hostSlices } from './hostSlices'

/** What the quotes panel's rows of a whole folder cost its host. Milliseconds of processor time. */
export interface RowsCost {
  readonly rows: number
  /** All quotes, and those that a filter leaves, when the filter itself is done. */
  readonly quotes: number
  readonly filtered: number
  /** Sorted by what is known of every article, and by words that are in the articles: the first time, and again. */
  readonly bySource: readonly [first: number, again: number]
  readonly byKeyword: readonly [first: number, again: number]
  /** A page of 100 rows of quotes, at the most expensive of ten places: the first time, and again. */
  readonly page: readonly [first: number, again: number]
  readonly mentions: number
  /** Words that are looked for in every article, the first time and again. */
  readonly words: readonly [first: number, again: number]
  /** The longest time without a pause in any of these. */
  readonly longestSlice: number
}

const pageSize = 100
const pages = 10

export function measureRows(folder: FolderSnapshot): RowsCost {
  const slices = hostSlices()
  const { run } = slices
  const index = run(folderIndex(folder, false)).result
  const view = run(folderView(index, '')).result
  const direct = run(folderView(index, 'kind:direct')).result
  // Index and view are the sidebar's, too, and measured with its lists.
  slices.forget()
  const quotes = run(concordance(view, 'quotes', []))
  const filtered = run(concordance(direct, 'quotes', []))
  const rows = quotes.result
  const twice = (work: () => number) => [work(), work()] as const
  const sorting = (column: Column) => twice(() => run(rowOrder(rows, column, false)).cost)
  const page = (from: number) => {
    const places = Array.from({ length: Math.min(pageSize, rows.size - from) }, (_, place) => from + place)
    return run(mappedInSteps(places, (row) => rowContent(rows, row), pageSize)).cost
  }
  const costOfPages = twice(() =>
    Math.max(...Array.from({ length: pages }, (_, at) => page(Math.floor((at * rows.size) / pages))))
  )
  const words = twice(() => run(searchWords(folder.articles, 'harbour', () => undefined)).cost)
  return {
    rows: rows.size,
    quotes: quotes.cost,
    filtered: filtered.cost,
    bySource: sorting('source'),
    byKeyword: sorting('keyword'),
    page: costOfPages,
    mentions: run(concordance(view, 'mentions', [])).cost,
    words,
    longestSlice: slices.longest()
  }
}
