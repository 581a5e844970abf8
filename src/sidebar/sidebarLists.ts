import { articleLists } from './articleLists'
import { folderLists } from './folderLists'
import type { EmptyReason } from './protocol'
import type { SidebarInput, SidebarLists } from './sources'

/** All that the sidebar shows, as a function of what is known. */
export function sidebarLists(input: SidebarInput): SidebarLists {
  const { scope, revision, article, folder, folderStatus } = input
  const empty = (reason: EmptyReason): SidebarLists => ({ state: { is: 'empty', scope, revision, reason, folder: folderStatus }, articles: [], members: new Map(), elsewhere: new Map(), folder, articleOf: () => undefined })
  if (scope === 'article') return article ? articleLists({ ...input, article }) : empty(input.articleProblem)
  if (folder?.articles.length) return folderLists({ ...input, folder })
  switch (folderStatus.is) {
    case 'none': return empty('no-folder')
    case 'unread': return empty('folder-unread')
    case 'reading': return empty('folder-reading')
    case 'read': return empty('folder-empty')
  }
}
