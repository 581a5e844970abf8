import { TextEditorRevealType, window, workspace, type Uri } from 'vscode'
import type { Span } from '../article'
import { readingViewOf } from './readingViews'
import { spanToRange } from './spans'

/** Opens the article where it is already shown, be it in a reading view, or in the active group, and selects the span. Rejects when it cannot be opened. */
export async function revealSpan(
  uri: Uri,
  span: Span,
  { preserveFocus = false }: { readonly preserveFocus?: boolean } = {}
): Promise<void> {
  const reading = readingViewOf(uri)
  if (reading) return reading.reveal(span, { preserveFocus })
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString())
  const document = shown?.document ?? (await workspace.openTextDocument(uri))
  const selection = spanToRange(document, span)
  const column = shown?.viewColumn
  const editor = await window.showTextDocument(document, {
    selection,
    preserveFocus,
    ...(column && { viewColumn: column })
  })
  editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport)
}
