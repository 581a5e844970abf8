import { folderPage } from '../../src/sidebar/folder/folderPage'
import { folderIndex, type FolderIndex } from '../../src/study/folderIndex'
import { folderState } from '../../src/sidebar/folder/folderState'
import { folderView } from '../../src/study/folderView'
import type { FolderSnapshot } from '../../src/workspace/folderArticle'
import { hostSlices } from './hostSlices'
import { middle } from './measure'

/** What the sidebar's lists of a whole folder cost its host. Milliseconds of processor time; bytes of JSON. */
export interface ListsCost {
  /** From the linked corpus to the first state: counting, sorting, the first pages. */
  readonly first: number
  /** A filter for the first time, which unpacks the words that filters search: the new state. */
  readonly filter: number
  /** The state of other filters after it: the middle one of those of `otherFilters`, and the dearest. */
  readonly otherFilters: readonly [middle: number, most: number]
  /** Opening the source with the most quotes. */
  readonly page: number
  /** The longest time without a pause in any of these. */
  readonly longestSlice: number
  readonly largestMessage: number
}

/** Letters as they are typed, words that are in many articles, and facets of every kind. */
export const otherFilters = [
  'm',
  'mi',
  'min',
  'the',
  'harbour bridge',
  'kind:direct',
  'about:water',
  'source:"Maria Lopez"',
  'named:no',
  'type:person',
  'date:2024',
  'outlet:reuters',
  'said kind:direct named:yes',
  'is:decided',
  ''
]

/** Gives the index, too, which the extension's sidebar, pictures and quotes panel share. */
export function measureLists(folder: FolderSnapshot): { readonly index: FolderIndex; readonly lists: ListsCost } {
  const slices = hostSlices()
  const { run } = slices
  const index = run(folderIndex(folder, false))
  const stateUnder = (filter: string) => {
    const view = run(folderView(index.result, filter))
    const state = run(folderState(view.result, { kind: 'read', articles: folder.articles.length }))
    return { view: view.result, state: state.result, cost: view.cost + state.cost }
  }
  const all = stateUnder('')
  const found = stateUnder('minister said')
  const others = otherFilters.map((filter) => stateUnder(filter).cost)
  const source = all.state.pages.find(({ list }) => list.kind === 'sources')?.rows[0]
  const page = run(
    folderPage(all.view, source?.kind === 'source' ? source.opens.list : { kind: 'sources', order: 'quotes' }, 0)
  )
  const sizes = [all.state, found.state, page.result].map((message) => Buffer.byteLength(JSON.stringify(message)))
  const lists = {
    first: index.cost + all.cost,
    filter: found.cost,
    otherFilters: [middle(others), Math.max(...others)] as const,
    page: page.cost,
    longestSlice: slices.longest(),
    largestMessage: Math.max(...sizes)
  }
  return { index: index.result, lists }
}
