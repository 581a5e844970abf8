import type { Event } from '../util/emitter'
import type { OpenArticle } from '../workspace/articleDocuments'
import type { OpenText } from '../workspace/openTexts'

/** An editor that shows an article. */
export interface ArticleEditor {
  readonly document: OpenText
  /** The primary selection, in UTF-16 units of the document's text; both ends are equal for a cursor. */
  readonly selection: { readonly start: number; readonly end: number }
}

/**
 * The editors of this window, as the sidebar needs them: an interface, so that the sidebar's content can run without VS
 * Code.
 */
export interface ArticleEditors {
  /**
   * The article that the sidebar shows: the active editor's. While something else is active (an output, a setting), it
   * is `last`, the article shown before, as long as an editor with it is visible.
   */
  followed(last: OpenText | undefined): ArticleEditor | undefined
  /** Whether lists show what people believe, want and fear beside what they say. */
  showsAttitudes(document: OpenText | undefined): boolean
  /** What a text is that is no article, and why we think so, in the user's language; undefined for an article. */
  whyNoArticle(article: OpenArticle): { readonly title: string; readonly help: string } | undefined
  /** What is to be said of an article's language; undefined for the one that is read with its words. */
  languageNote(article: OpenArticle): string | undefined
  /** Whether a folder is open. */
  hasFolder(): boolean
  /** Fires with the document of the editor that is active now, if there is one. */
  readonly onDidChangeActive: Event<OpenText | undefined>
  readonly onDidChangeVisible: Event<void>
  /** `isByHand`: the selection was made by keyboard or mouse in the editor, and not by code. */
  readonly onDidChangeSelection: Event<{ readonly document: OpenText; readonly isByHand: boolean }>
  /** `showsAttitudes` may have changed. */
  readonly onDidChangeSettings: Event<void>
  readonly onDidChangeFolders: Event<void>
}
