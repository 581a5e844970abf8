import type { Analysis } from '../analysis'
import type { Article } from '../article'
import type { Corpus } from '../corpus'

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
}

/** All articles of the folder, and what they have in common. */
export interface SidebarFolder {
  readonly name: string
  readonly articles: readonly SidebarArticle[]
  readonly corpus: Corpus
}
