import {
  commands,
  l10n,
  ProgressLocation,
  window,
  type CancellationToken,
  type LogOutputChannel,
  type Progress,
  type Uri
} from 'vscode'
import type { AnalyzedArticle } from '../analysis'
import { exportBytes } from '../exports'
import { printableMessage, withoutMarks } from '../util/printable'
import { shownName } from '../workspace/fileName'
import type { ExportTarget } from './exportTarget'
import type { ReplaceProblem } from './replaceFile'
import { replaceWorkspaceFile } from './workspaceReplacement'

/**
 * Writes the file, all of it or nothing, and says so, with "Open". Of several articles it shows the progress and may be cancelled. False when
 * nothing was written; when that is an error, the user is told.
 */
export async function writeExport(
  target: ExportTarget,
  articles: readonly AnalyzedArticle[],
  log: LogOutputChannel
): Promise<boolean> {
  try {
    const bytes =
      articles.length === 1
        ? await exportBytes(target.format, articles, { isWanted: () => true, onArticle: () => undefined })
        : await window.withProgress(
            { location: ProgressLocation.Notification, title: l10n.t('Exporting articles'), cancellable: true },
            (progress, token) => exportWithProgress(target, articles, progress, token)
          )
    if (!bytes) return false
    const problem = await replaceWorkspaceFile(target.uri, bytes)
    if (problem) {
      log.warn(`${target.uri.toString(true)} was not written: ${problem}`)
      void window.showErrorMessage(problemText(problem, shownName(target.uri)))
      return false
    }
  } catch (error) {
    log.error(`The export to ${target.uri.toString(true)} failed`, error)
    const reason = printableMessage(error instanceof Error ? error.message : String(error), 300)
    void window.showErrorMessage(l10n.t('{0} could not be written: {1}', shownName(target.uri), withoutMarks(reason)))
    return false
  }
  void offerToOpen(target.uri)
  return true
}

function problemText(problem: ReplaceProblem, name: string): string {
  switch (problem) {
    case 'no-folder':
      return l10n.t('{0} could not be written: its folder is not there any more.', name)
    case 'no-file':
      return l10n.t('{0} could not be written: something that is no file has this name.', name)
    case 'read-only':
      return l10n.t('{0} could not be written: it is read-only.', name)
  }
}

function exportWithProgress(
  { format }: ExportTarget,
  articles: readonly AnalyzedArticle[],
  progress: Progress<{ message: string; increment: number }>,
  token: CancellationToken
): Promise<Uint8Array | undefined> {
  let count = 0
  let percentShown = 0
  return exportBytes(format, articles, {
    isWanted: () => !token.isCancellationRequested,
    onArticle: () => {
      count++
      const percent = Math.floor((100 * count) / articles.length)
      if (percent === percentShown) return
      progress.report({ message: `${count} / ${articles.length}`, increment: percent - percentShown })
      percentShown = percent
    }
  })
}

async function offerToOpen(uri: Uri): Promise<void> {
  const open = l10n.t('Open')
  const chosen = await window.showInformationMessage(l10n.t('Exported to {0}', shownName(uri)), open)
  if (chosen === open) await commands.executeCommand('vscode.open', uri)
}
