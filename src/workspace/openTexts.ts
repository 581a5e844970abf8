import type { Uri } from 'vscode'
import type { Event } from '../util/emitter'

/** A text that is open in an editor or about to be. VS Code's `TextDocument` is one. */
export interface OpenText {
  readonly uri: Uri
  readonly languageId: string
  /** Another number after each change. */
  readonly version: number
  readonly isClosed: boolean
  /** It has changes that are not saved. */
  readonly isDirty: boolean
  getText(): string
}

/** A stretch of a text, in UTF-16 units of the version before, and what stands there now. */
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

/** The texts that are open in this window: a port, so that what follows them runs without VS Code too. */
export interface OpenTexts {
  all(): readonly OpenText[]
  /** Those of the visible editors. */
  visible(): readonly OpenText[]
  /** In UTF-16 units: longer articles are not analyzed. */
  maximumSize(document: OpenText): number
  /** How lists and exports call it. */
  nameOf(uri: Uri): string
  /** Nothing is reported where only something beside the text changed. */
  readonly onDidChange: Event<TextChange>
  readonly onDidClose: Event<OpenText>
  readonly onDidChangeVisible: Event<void>
  /** `maximumSize` may be another now. */
  readonly onDidChangeSettings: Event<void>
}
