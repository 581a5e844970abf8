import type { Answers } from '../protocol/common'
import type { WebviewSide } from '../protocol/sidebar'
import { codingCounts, codingsOfCode } from './decided/codingsOfCode'
import { elsewhereSearch } from './elsewhereSearch'
import { entityMentions } from './entityMentions'
import type { FolderContent } from './folder/folderContent'
import { foundElsewhere, quotesElsewhere } from './quotesElsewhere'
import type { SidebarLists } from './sources'

/** Answers the webview's requests: from the lists that were posted last (`present`), and from the folder's. */
export function sidebarAnswers(
  present: () => SidebarLists | undefined,
  folderLists: Pick<FolderContent, 'page'>
): Answers<WebviewSide> {
  const search = elsewhereSearch((searched) => searched === present())
  return {
    mentions({ keys }) {
      const lists = present()
      return lists && keys.flatMap((key) => entityMentions(lists, key) ?? [])
    },
    codings({ code, filter, count }) {
      const lists = present()
      return lists && codingsOfCode(lists, code, filter, count)
    },
    async found({ filter }) {
      const view = await search.view(present(), filter)
      const lists = present()
      return lists && view && { ...foundElsewhere(lists, view), codings: codingCounts(lists, filter) }
    },
    async elsewhere({ source, filter, count }) {
      const view = await search.view(present(), filter)
      const lists = present()
      return lists && view && quotesElsewhere(lists, view, source, count)
    },
    page: ({ list, from }) => folderLists.page(list, from)
  }
}
