import { Range, Uri, ViewColumn, window, workspace } from 'vscode'
import { readingViewOf } from './readingViews'

/** `preview` keeps the focus where it is, `open` moves it to the text, `pin` also keeps the tab, `side` opens beside. */
export type OpenMode = 'preview' | 'open' | 'pin' | 'side'

/**
 * Shows a span of an article and selects it. Offsets (UTF-16 units) beyond the end, of a text that was shortened
 * meanwhile, select its end. Rejects when there is no such article.
 */
export async function openPlace(
  place: { readonly uri: string; readonly start: number; readonly end: number },
  mode: OpenMode
): Promise<void> {
  const reading = mode === 'preview' || mode === 'open' ? readingViewOf(Uri.parse(place.uri, true)) : undefined
  if (reading) return reading.reveal(place, { preserveFocus: mode === 'preview' })
  const document = await workspace.openTextDocument(Uri.parse(place.uri, true))
  const shown = window.visibleTextEditors.find((editor) => editor.document === document)
  await window.showTextDocument(document, {
    selection: new Range(document.positionAt(place.start), document.positionAt(place.end)),
    preserveFocus: mode === 'preview',
    preview: mode !== 'pin',
    viewColumn: mode === 'side' ? ViewColumn.Beside : (shown?.viewColumn ?? ViewColumn.Active)
  })
}
