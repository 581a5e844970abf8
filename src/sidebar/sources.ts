import type { Project, Proposal } from '../annotations'
import type { QuoteReference } from '../corpus'
import type { EmptyReason, EmptyState, FolderStatus, ListState } from '../protocol/sidebar'
import type { FolderArticle, FolderSnapshot } from '../workspace/folderArticle'
import type { DecidedArticle } from '../study/decided/decidedArticle'

/** What the lists of an article are computed from. */
export interface SidebarInput {
  /** The article of the active editor, once it is analyzed. */
  readonly article: DecidedArticle | undefined
  /** Why there is no article. */
  readonly articleProblem: EmptyReason
  /** Of what is no article: what it is, and why we think so. */
  readonly noArticle?: { readonly title: string; readonly help: string } | undefined
  /** What is to be said of the article's language. */
  readonly languageNote?: string | undefined
  /** The folder, if it has the article with its present text (`FolderSnapshot.has`). */
  readonly folder: FolderSnapshot | undefined
  readonly folderStatus: FolderStatus
  readonly showAttitudes: boolean
  /** The codebook that codings name the codes of. */
  readonly project?: Project | undefined
  /** What assistants propose about the article. */
  readonly proposals?: readonly Proposal[] | undefined
}

/** A state with the data from which requests about it are answered; the webview gets only the state. */
export interface SidebarLists<State = ListState | EmptyState> {
  readonly state: State
  /** The articles of `state.articles`, in the same order. */
  readonly articles: readonly DecidedArticle[]
  /** The entities that each entry's key stands for. */
  readonly members: ReadonlyMap<string, readonly EntryMember[]>
  /** The quotes of sources in other articles, by the key of the source's entry. */
  readonly elsewhere: ReadonlyMap<string, readonly QuoteReference[]>
  /** The folder that the articles are in. */
  readonly folder: FolderSnapshot | undefined
  /** An article of the folder by its id, listed or not. */
  readonly articleOf: (id: string) => FolderArticle | undefined
  readonly project?: Project | undefined
}

/** What an entry stands for: an entity of an article. */
export interface EntryMember {
  /** Index of the state's articles. */
  readonly article: number
  readonly entity: string
}
