import type { AnalyzedArticle } from '../analysis'
import type { QuoteReference } from '../corpus'
import type { EmptyReason, EmptyState, EntityKind, FolderStatus, ListState } from '../protocol/sidebar'
import type { FolderArticle, FolderSnapshot } from '../workspace/folderArticle'

export interface SidebarInput {
  /** The article of the active editor, once it is analysed. */
  readonly article: AnalyzedArticle | undefined
  /** Why there is no article. */
  readonly articleProblem: EmptyReason
  /** The folder, where it has the article as it reads now: the corpus then speaks of its entities and quotes. */
  readonly folder: FolderSnapshot | undefined
  readonly folderStatus: FolderStatus
  readonly showAttitudes: boolean
}

/** A state with what is needed to answer questions about it; the webview gets the state alone. */
export interface SidebarLists<State = ListState | EmptyState> {
  readonly state: State
  /** Those of `state.articles`, in the same order. */
  readonly articles: readonly AnalyzedArticle[]
  /** Who an entry's key stands for. */
  readonly members: ReadonlyMap<string, readonly EntryMember[]>
  /** What sources say in other articles, by the key of their link. */
  readonly elsewhere: ReadonlyMap<string, readonly QuoteReference[]>
  /** The folder that they are in, and an article of it by its id, also one that is not listed. */
  readonly folder: FolderSnapshot | undefined
  readonly articleOf: (id: string) => FolderArticle | undefined
}

/** What an entry stands for: one entity of one article, of a place only its acting or only its other mentions. */
export interface EntryMember {
  /** Index of the state's articles. */
  readonly article: number
  readonly entity: string
  readonly kind: EntityKind
}
