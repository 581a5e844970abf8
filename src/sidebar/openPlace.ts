import { l10n, Range, Uri, ViewColumn, window, workspace } from 'vscode'
import type { OpenHow } from '../protocol/sidebar'

/** Shows a span of an article and selects it. Offsets beyond the end are those of a text that was shortened meanwhile. */
export async function openPlace(
  place: { readonly uri: string; readonly start: number; readonly end: number },
  how: OpenHow
): Promise<void> {
  try {
    const document = await workspace.openTextDocument(Uri.parse(place.uri, true))
    const shown = window.visibleTextEditors.find((editor) => editor.document === document)
    await window.showTextDocument(document, {
      selection: new Range(document.positionAt(place.start), document.positionAt(place.end)),
      preserveFocus: how === 'preview',
      preview: how !== 'pin',
      viewColumn: how === 'side' ? ViewColumn.Beside : (shown?.viewColumn ?? ViewColumn.Active)
    })
  } catch {
    void window.showErrorMessage(l10n.t('The article cannot be opened. It may have been moved or deleted.'))
  }
}
