import type { Event } from '../util/emitter'
import type { OpenText } from '../workspace/openTexts'

/** An editor that shows an article. */
export interface ArticleEditor {
  readonly document: OpenText
  /** Where the cursor is, in UTF-16 units into the document's text. */
  readonly selection: { readonly start: number; readonly end: number }
}

/** The editors of this window, as the sidebar follows them: a port, so that the sidebar's content runs without VS Code too. */
export interface ArticleEditors {
  /**
   * The article that the sidebar follows: the active editor's. While something else has the focus (an output, a setting),
   * the article shown last stays as long as it is in sight.
   */
  followed(last: OpenText | undefined): ArticleEditor | undefined
  /** Whether lists show what people believe, want and fear beside what they say. */
  showsAttitudes(document: OpenText | undefined): boolean
  /** A folder is open. */
  hasFolder(): boolean
  /** With the document of the editor that is active now, if there is one. */
  readonly onDidChangeActive: Event<OpenText | undefined>
  readonly onDidChangeVisible: Event<void>
  /** `isByHand`: by keyboard or mouse in the editor itself. */
  readonly onDidChangeSelection: Event<{ readonly document: OpenText; readonly isByHand: boolean }>
  /** `showsAttitudes` may be another now. */
  readonly onDidChangeSettings: Event<void>
  readonly onDidChangeFolders: Event<void>
}
