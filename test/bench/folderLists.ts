import { folderPage } from '../../src/sidebar/folder/folderPage'
import { folderIndex } from '../../src/study/folderIndex'
import { folderState } from '../../src/sidebar/folder/folderState'
import { folderView } from '../../src/study/folderView'
import type { FolderSnapshot } from '../../src/workspace/folderArticle'
import { hostSlices } from './hostSlices'

/** What the sidebar's lists of a whole folder cost its host. Milliseconds of processor time; bytes of JSON. */
export interface ListsCost {
  /** From the linked corpus to the first state: counting, sorting, the first pages. */
  readonly first: number
  /** A filter for the first time, which unpacks every article, and another one after it. */
  readonly filter: number
  readonly filterAgain: number
  /** Opening the source with the most quotes. */
  readonly page: number
  /** The longest time without a pause in any of these. */
  readonly longestSlice: number
  readonly largestMessage: number
}

export function measureLists(folder: FolderSnapshot): ListsCost {
  const slices = hostSlices()
  const { run } = slices
  const index = run(folderIndex(folder, false))
  const view = run(folderView(index.result, ''))
  const state = run(folderState(view.result, { kind: 'read', articles: folder.articles.length }))
  const filtered = run(folderView(index.result, 'minister said'))
  const again = run(folderView(index.result, 'harbour bridge'))
  const found = run(folderState(filtered.result, { kind: 'read', articles: folder.articles.length }))
  const source = state.result.pages.find(({ list }) => list.kind === 'sources')?.rows[0]
  const page = run(
    folderPage(view.result, source?.kind === 'source' ? source.opens.list : { kind: 'sources', order: 'quotes' }, 0)
  )
  const sizes = [state.result, found.result, page.result].map((message) => Buffer.byteLength(JSON.stringify(message)))
  return {
    first: index.cost + view.cost + state.cost,
    filter: filtered.cost,
    filterAgain: again.cost,
    page: page.cost,
    longestSlice: slices.longest(),
    largestMessage: Math.max(...sizes)
  }
}
