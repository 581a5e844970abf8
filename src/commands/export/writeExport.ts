import {
  commands,
  ProgressLocation,
  window,
  type CancellationToken,
  type LogOutputChannel,
  type Progress,
  type Uri
} from 'vscode'
import {
  ExportCancelled,
  exportedBytes,
  exportInput,
  lossCounter,
  type ExchangeFormat,
  type ExportOptions,
  type ExportSource,
  type Loss
} from '../../exchange'
import { printableMessage, withoutMarks } from '../../util/printable'
import { shownName } from '../../workspace/fileName'
import { l10n } from '../../workspace/l10n'
import type { ReplaceProblem } from '../replaceFile'
import { proveWorkspaceFile, replaceWorkspaceFile } from '../workspaceReplacement'
import { lossesText } from './exportMenu'
import { isOnThisMachine, openExport } from './openExport'

export interface Export {
  readonly format: ExchangeFormat
  readonly target: Uri
  readonly options: ExportOptions
  /** Undefined when nobody waits any more. */
  readonly source: (isWanted: () => boolean) => Promise<ExportSource | undefined>
}

/**
 * Writes an export, all of it or nothing, and says how much and what is not in it. Shows the progress and may be cancelled. False when
 * nothing was written; when that is an error, the user is told: before anything is made, where the file may not be written.
 */
export async function writeExport(exported: Export, log: LogOutputChannel): Promise<boolean> {
  const { target } = exported
  try {
    const proof = await proveWorkspaceFile(target)
    if (proof !== undefined && proof !== 'proven') {
      tellProblem(target, proof, log)
      return false
    }
    const made = await window.withProgress(
      { location: ProgressLocation.Notification, title: l10n.t('Exporting articles'), cancellable: true },
      (progress, token) => makeExport(exported, proof === 'proven', progress, token)
    )
    if (!made) return false
    if ('problem' in made) tellProblem(target, made.problem, log)
    else void tellResult(exported, made, log)
    return !('problem' in made)
  } catch (error) {
    if (error instanceof ExportCancelled) return false
    tellFailure(target, error, log)
    return false
  }
}

/** Writes a file whole or not at all. False when it was not written, which the user is told. */
export async function writeWorkspaceFile(target: Uri, bytes: Uint8Array, log: LogOutputChannel): Promise<boolean> {
  try {
    const problem = await replaceWorkspaceFile(target, [bytes])
    if (!problem) return true
    tellProblem(target, problem, log)
  } catch (error) {
    tellFailure(target, error, log)
  }
  return false
}

/** Says that a file was written, and offers to open it. */
export async function offerToOpen(uri: Uri): Promise<void> {
  const open = l10n.t('Open')
  const chosen = await window.showInformationMessage(l10n.t('Exported to {0}', shownName(uri)), open)
  if (chosen === open) await commands.executeCommand('vscode.open', uri)
}

interface Made {
  readonly articles: number
  readonly losses: readonly Loss[]
}

/** Undefined when nobody waits any more before anything is written. Rejects with `ExportCancelled` after. */
async function makeExport(
  { target, format, options, source }: Export,
  isProven: boolean,
  progress: Progress<{ message: string }>,
  token: CancellationToken
): Promise<Made | { readonly problem: ReplaceProblem } | undefined> {
  const isWanted = () => !token.isCancellationRequested
  const found = await source(isWanted)
  if (!found) return undefined
  const losses = lossCounter()
  let shown = 0
  const onArticle = (done: number, count: number) => {
    const percent = Math.floor((100 * done) / count)
    if (percent === shown) return
    shown = percent
    progress.report({ message: l10n.t('{0} of {1}', done, count) })
  }
  const input = await exportInput(found, options, { isWanted, onArticle }, losses)
  const problem = await replaceWorkspaceFile(target, whileWanted(exportedBytes(format, input), isWanted), isProven)
  return problem ? { problem } : { articles: input.count, losses: losses.counts() }
}

/** Whoever cancels after the last article is heard, too, until the file takes its name. */
async function* whileWanted(pieces: AsyncIterable<Uint8Array>, isWanted: () => boolean): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    yield piece
    if (!isWanted()) throw new ExportCancelled('nobody waits for the export any more')
  }
}

async function tellResult({ target, format }: Export, { articles, losses }: Made, log: LogOutputChannel) {
  const name = shownName(target)
  const done =
    articles === 1
      ? l10n.t('One article exported to {0}.', name)
      : l10n.t('{0} articles exported to {1}.', articles, name)
  const lost = losses.length === 0 ? '' : ` ${l10n.t('Not in it as it is: {0}.', lossesText(losses, l10n.t))}`
  if (lost !== '') log.info(`${target.toString(true)} (${format.id}):${lost}`)
  const open = isText(format) ? l10n.t('Open') : isOnThisMachine(target) ? l10n.t('Show in Folder') : undefined
  const details = lost === '' ? undefined : l10n.t('Details')
  const actions = [open, details].filter((action) => action !== undefined)
  const chosen = await window.showInformationMessage(withoutMarks(done + lost), ...actions)
  if (chosen === undefined) return
  if (chosen === details) return log.show()
  if (isText(format)) await openExport(target, format)
  else await commands.executeCommand('revealFileInOS', target)
}

function isText({ writer, extension }: ExchangeFormat): boolean {
  return writer.kind === 'file' && extension !== 'xlsx'
}

function tellFailure(target: Uri, error: unknown, log: LogOutputChannel): void {
  log.error(`The export to ${target.toString(true)} failed`, error)
  const reason = printableMessage(error instanceof Error ? error.message : String(error), 300)
  void window.showErrorMessage(l10n.t('{0} could not be written: {1}', shownName(target), withoutMarks(reason)))
}

function tellProblem(target: Uri, problem: ReplaceProblem, log: LogOutputChannel): void {
  log.warn(`${target.toString(true)} was not written: ${problem}`)
  void window.showErrorMessage(problemText(problem, shownName(target)))
}

function problemText(problem: ReplaceProblem, name: string): string {
  switch (problem) {
    case 'no-folder':
      return l10n.t('{0} could not be written: its folder is not there any more.', name)
    case 'no-file':
      return l10n.t('{0} could not be written: something that is no file has this name.', name)
    case 'read-only':
      return l10n.t('{0} could not be written: it is read-only.', name)
    case 'not-allowed':
      return l10n.t('{0} could not be written: you may not write to it or to its folder.', name)
    case 'no-room':
      return l10n.t('{0} could not be written: there is no room left where it is.', name)
    case 'in-use':
      return l10n.t('{0} could not be written: another program has it open.', name)
  }
}
