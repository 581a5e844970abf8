import type { Uri } from 'vscode'
import type { Span } from '../article'
import type { Event } from '../util/emitter'

/** A text that is open in an editor or about to be. Implemented by VS Code's `TextDocument`. */
export interface OpenText {
  readonly uri: Uri
  readonly languageId: string
  /** Higher after each change. */
  readonly version: number
  readonly isClosed: boolean
  /** Whether it has changes that are not saved. */
  readonly isDirty: boolean
  getText(): string
}

/** The replacement of a range, in UTF-16 units of the text before the edit, by a new text. */
export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Edits of an open text, to be applied in their order. */
export interface TextChange {
  readonly document: OpenText
  readonly edits: readonly TextEdit[]
}

/** The texts that are open in this window: an interface, so that code that uses them can run without VS Code. */
export interface OpenTexts {
  all(): readonly OpenText[]
  /** The texts of the visible editors. */
  visible(): readonly OpenText[]
  /** What is seen of a text, where an editor shows it; without it the beginning. */
  seen?(document: OpenText): Span | undefined
  /** The longest article that is analyzed, in UTF-16 units. */
  maximumSize(document: OpenText): number
  /** Whether the settings say that the file is an article, or none; undefined where they say nothing. */
  bySetting?(document: OpenText): boolean | undefined
  /** The article's name in lists and exports. */
  nameOf(uri: Uri): string
  /** Fires only when the text itself has changed. */
  readonly onDidChange: Event<TextChange>
  readonly onDidClose: Event<OpenText>
  readonly onDidSave: Event<OpenText>
  readonly onDidChangeVisible: Event<void>
  /** `maximumSize` or `bySetting` may have changed. */
  readonly onDidChangeSettings: Event<void>
}
