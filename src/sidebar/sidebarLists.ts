import { articleLists } from './articleLists'
import type { EmptyReason, EmptyState, FolderStatus, Scope } from '../protocol/sidebar'
import { finish, type Steps } from '../util/steps'
import type { SidebarInput, SidebarLists } from './sources'

/** The sidebar's lists of one article, or the empty state when there is none. Pure. */
export function sidebarLists(input: SidebarInput): SidebarLists {
  return finish(sidebarListsInSteps(input))
}

/** The same in steps of a few milliseconds: an article may have tens of thousands of quotes. */
export function* sidebarListsInSteps(input: SidebarInput): Steps<SidebarLists> {
  const { article, folder, folderStatus } = input
  if (article) return yield* articleLists({ ...input, article })
  return {
    state: {
      ...emptyState('article', input.articleProblem, folderStatus),
      ...(input.noArticle && { said: input.noArticle })
    },
    articles: [],
    members: new Map(),
    elsewhere: new Map(),
    folder,
    articleOf: () => undefined
  }
}

/** The state of a folder without lists, with the reason. */
export function emptyFolder(status: FolderStatus): EmptyState {
  const reasons = {
    none: 'no-folder',
    unread: 'folder-unread',
    reading: 'folder-reading',
    read: 'folder-empty'
  } as const
  return emptyState('folder', reasons[status.kind], status)
}

/** There is nothing to list, for a reason. */
export function emptyState(scope: Scope, reason: EmptyReason, folder: FolderStatus): EmptyState {
  return { kind: 'empty', scope, reason, folder }
}
