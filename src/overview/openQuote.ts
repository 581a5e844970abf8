import { Range, Uri, ViewColumn, window, workspace } from 'vscode'
import type { Span } from '../article'

/**
 * Shows an article, and where `span` is given selects it: where the article is shown already, else beside the overview, so that
 * picture and text are seen together. Rejects when there is no such article.
 */
export async function openArticle(uri: string, span?: Span): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri, true))
  const shown = window.visibleTextEditors.find((editor) => editor.document === document)
  const other = window.tabGroups.all.find(({ isActive }) => !isActive)
  await window.showTextDocument(document, {
    ...(span && { selection: new Range(document.positionAt(span.start), document.positionAt(span.end)) }),
    preview: true,
    viewColumn: shown?.viewColumn ?? other?.viewColumn ?? ViewColumn.Beside
  })
}
