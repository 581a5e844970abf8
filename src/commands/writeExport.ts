import { commands, l10n, window, workspace, type LogOutputChannel, type Uri } from 'vscode'
import type { AnalyzedArticle } from '../analysis'
import { fileName } from '../workspace/fileName'
import type { ExportTarget } from './exportTarget'

/** Writes the file and tells so, with "Open". False when it could not be written, which is told too. */
export async function writeExport(
  { format, uri }: ExportTarget,
  articles: readonly AnalyzedArticle[],
  log: LogOutputChannel
): Promise<boolean> {
  try {
    await workspace.fs.writeFile(uri, new TextEncoder().encode(format.write(articles)))
  } catch (error) {
    log.error(`The export to ${uri.toString(true)} failed`, error)
    void window.showErrorMessage(
      l10n.t('{0} could not be written: {1}', fileName(uri), error instanceof Error ? error.message : String(error))
    )
    return false
  }
  void offerToOpen(uri)
  return true
}

async function offerToOpen(uri: Uri): Promise<void> {
  const open = l10n.t('Open')
  const chosen = await window.showInformationMessage(l10n.t('Exported to {0}', fileName(uri)), open)
  if (chosen === open) await commands.executeCommand('vscode.open', uri)
}
