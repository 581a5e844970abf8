import type { Analysis } from '../analysis'
import type { Article } from '../article'
import type { ArticleDigest, Corpus, QuoteReference } from '../corpus'
import type { EmptyReason, EmptyState, EntityKind, FolderStatus, ListState } from '../protocol/sidebar'

/** One article as the sidebar reads it. The same object for the same text: what is derived from it is kept with it. */
export interface SidebarArticle {
  /** Names the article in the messages and in the corpus. */
  readonly uri: string
  /** Its path inside the workspace, with "/" between the parts. */
  readonly path: string
  readonly text: string
  readonly analysis: Analysis
  /** What the text says about itself; only of the article in the editor. */
  readonly reading?: Article
  /** Of an article of the folder, where it is at hand without unpacking the analysis. */
  readonly digest?: ArticleDigest
}

/** All articles of the folder, and what they have in common. */
export interface SidebarFolder {
  readonly name: string
  readonly articles: readonly SidebarArticle[]
  readonly corpus: Corpus
}

export interface SidebarInput {
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
  /** What sources say in other articles, by the key of their link. */
  readonly elsewhere: ReadonlyMap<string, readonly QuoteReference[]>
  /** The folder that they are in, and an article of it by its name, also one that is not listed. */
  readonly folder: SidebarFolder | undefined
  readonly articleOf: (uri: string) => SidebarArticle | undefined
}

/** What an entry stands for: one entity of one article, of a place only its acting or only its other mentions. */
export interface EntryMember {
  /** Index of the state's articles. */
  readonly article: number
  readonly entity: string
  readonly kind: EntityKind
}
