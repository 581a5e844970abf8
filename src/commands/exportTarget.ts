import { l10n, Uri, window, workspace } from 'vscode'
import { exportFormats, type ExportFormat } from '../exports'
import { exportMenu, proposedFileName } from './exportMenu'

/** What a keybinding or another extension may give instead of being asked: the format, and where to write. */
export interface ExportChoice {
  readonly format?: ExportFormat
  readonly target?: Uri
}

export interface ExportTarget {
  readonly format: ExportFormat
  readonly uri: Uri
}

/** A command's argument may be anything; a context menu gives a Uri, for example. What is not understood is left out. */
export function exportChoice(argument: unknown): ExportChoice {
  if (typeof argument !== 'object' || argument === null) return {}
  const format = exportFormats.find(({ id }) => 'format' in argument && argument.format === id)
  const target = 'target' in argument && argument.target instanceof Uri ? argument.target : undefined
  return { ...(format && { format }), ...(target && { target }) }
}

/**
 * Asks for what was not chosen: the format, then the file. `folder` and `name` make the file name that is proposed.
 * Undefined when the user steps back.
 */
export async function askExportTarget(
  choice: ExportChoice,
  folder: Uri | undefined,
  name: string
): Promise<ExportTarget | undefined> {
  const format = choice.format ?? (await askFormat())
  if (!format) return undefined
  const uri = choice.target ?? (await askFile(format, folder, name))
  return uri && { format, uri }
}

async function askFormat(): Promise<ExportFormat | undefined> {
  const items = exportMenu(exportFormats, (message) => l10n.t(message))
  return (await window.showQuickPick(items, { title: l10n.t('Export as'), matchOnDescription: true }))?.format
}

async function askFile(format: ExportFormat, folder: Uri | undefined, name: string): Promise<Uri | undefined> {
  const home = folder ?? workspace.workspaceFolders?.[0]?.uri
  const label = l10n.t(format.label)
  return window.showSaveDialog({
    ...(home && { defaultUri: Uri.joinPath(home, proposedFileName(format, name)) }),
    filters: { [label]: [format.extension] },
    title: l10n.t('Export as {0}', label)
  })
}
