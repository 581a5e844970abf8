import type { EntryMember } from './entityEntries'
import { articleLists } from './articleLists'
import { folderLists } from './folderLists'
import type { EmptyReason, EmptyState, FolderStatus, ListState, Scope } from './protocol'
import type { SidebarArticle, SidebarFolder } from './sources'

export interface SidebarInput {
  readonly scope: Scope
  /** Distinguishes this state from those before it. */
  readonly revision: number
  /** The article of the active editor, once it is analysed. */
  readonly article: SidebarArticle | undefined
  /** Why there is no article. */
  readonly articleProblem: EmptyReason
  /** The folder as it was last read; also while it is read again. */
  readonly folder: SidebarFolder | undefined
  readonly folderStatus: FolderStatus
  readonly showAttitudes: boolean
}

/** A state with what is needed to answer questions about it; the webview gets the state alone. */
export interface SidebarLists<State = ListState | EmptyState> {
  readonly state: State
  /** Those of `state.articles`, in the same order. */
  readonly articles: readonly SidebarArticle[]
  /** Who an entry's key stands for. */
  readonly members: ReadonlyMap<string, readonly EntryMember[]>
}

/** All that the sidebar shows, as a function of what is known. */
export function sidebarLists(input: SidebarInput): SidebarLists {
  const { scope, revision, article, folder, folderStatus } = input
  const empty = (reason: EmptyReason): SidebarLists => ({ state: { is: 'empty', scope, revision, reason, folder: folderStatus }, articles: [], members: new Map() })
  if (scope === 'article') return article ? articleLists({ ...input, article }) : empty(input.articleProblem)
  if (folder?.articles.length) return folderLists({ ...input, folder })
  switch (folderStatus.is) {
    case 'none': return empty('no-folder')
    case 'unread': return empty('folder-unread')
    case 'reading': return empty('folder-reading')
    case 'read': return empty('folder-empty')
  }
}
