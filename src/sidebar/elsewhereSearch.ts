import { inSlices } from '../util/slices'
import { searchElsewhere, type ElsewhereView } from './quotesElsewhere'
import type { SidebarLists } from './sources'

/** Searches other articles for one list and filter at a time. */
export interface ElsewhereSearch {
  /** Undefined when other lists or another filter are asked for meanwhile, and without lists. */
  view(lists: SidebarLists | undefined, filter: string): Promise<ElsewhereView | undefined>
}

/** `isPresent` says whether lists are still the ones that are shown. */
export function elsewhereSearch(isPresent: (lists: SidebarLists) => boolean): ElsewhereSearch {
  let last:
    | {
        readonly lists: SidebarLists
        readonly filter: string
        readonly view: Promise<ElsewhereView | undefined>
      }
    | undefined
  return {
    view(lists, filter) {
      if (!lists) return Promise.resolve(undefined)
      if (last?.lists === lists && last.filter === filter) return last.view
      const isWanted = () => isPresent(lists) && last?.filter === filter
      const view = inSlices(searchElsewhere(lists, filter), () => isWanted()).then((found) =>
        isWanted() ? found : undefined
      )
      last = { lists, filter, view }
      return view
    }
  }
}
