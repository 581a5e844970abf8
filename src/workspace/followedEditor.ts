import { window, type TextDocument, type TextEditor } from 'vscode'
import type { Span } from '../article'
import { disposableList, type Disposable } from '../util/disposable'
import { isArticle } from './articleLanguage'
import type { OpenText } from './openTexts'
import { activeReadingView, onDidChangeReadingViews, visibleReadingViews } from './readingViews'
import { rangeToSpan } from './spans'

/** What shows an article: a text editor or our reading view. */
export interface FollowedEditor {
  readonly document: TextDocument
  /** The primary selection, in UTF-16 units; both ends are equal for a cursor. */
  readonly selection: Span
}

/**
 * The editor whose article is "this article": the active one. While something else is active (an output, a setting), it is one with
 * `last`, the article of before, as long as such an editor is visible.
 */
export function followedEditor(last: OpenText | undefined): FollowedEditor | undefined {
  const { activeTextEditor: active, visibleTextEditors: visible } = window
  if (active && isArticle(active.document)) return ofTextEditor(active)
  const readings = visibleReadingViews().filter(({ document }) => isArticle(document))
  const reading = activeReadingView() ?? readings.find(({ document }) => document === last)
  if (reading) return { document: reading.document, selection: reading.selection() }
  const shown = visible.find(({ document }) => document === last) ?? visible.find(({ document }) => isArticle(document))
  if (shown) return ofTextEditor(shown)
  return readings[0] && { document: readings[0].document, selection: readings[0].selection() }
}

/** Calls when `followedEditor` may be another one. */
export function onDidChangeEditors(listener: () => void): Disposable {
  const owned = disposableList()
  owned.add(window.onDidChangeActiveTextEditor(() => listener()))
  owned.add(window.onDidChangeVisibleTextEditors(() => listener()))
  owned.add(onDidChangeReadingViews(({ what }) => what === 'shown' && listener()))
  return owned
}

function ofTextEditor({ document, selection }: TextEditor): FollowedEditor {
  return { document, selection: rangeToSpan(document, selection) }
}
