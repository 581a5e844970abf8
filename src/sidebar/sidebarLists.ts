import { articleLists } from './articleLists'
import type { EmptyReason, EmptyState, FolderStatus, Scope } from '../protocol/sidebar'
import type { SidebarInput, SidebarLists } from './sources'

/** What the sidebar shows of one article, as a function of what is known. */
export function sidebarLists(input: SidebarInput): SidebarLists {
  const { revision, article, folder, folderStatus } = input
  if (article) return articleLists({ ...input, article })
  return {
    state: emptyState('article', revision, input.articleProblem, folderStatus),
    articles: [],
    members: new Map(),
    elsewhere: new Map(),
    folder,
    articleOf: () => undefined
  }
}

/** Why a folder has no lists. */
export function emptyFolder(revision: number, status: FolderStatus): EmptyState {
  const reasons = {
    none: 'no-folder',
    unread: 'folder-unread',
    reading: 'folder-reading',
    read: 'folder-empty'
  } as const
  return emptyState('folder', revision, reasons[status.kind], status)
}

function emptyState(scope: Scope, revision: number, reason: EmptyReason, folder: FolderStatus): EmptyState {
  return { kind: 'empty', scope, revision, reason, folder }
}
