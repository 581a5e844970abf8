import { l10n, Uri, window, workspace } from 'vscode'
import { exportFormats, type ExportFormat, type ExportFormatId } from '../exports'

/** What a keybinding or another extension may give instead of being asked: the format, and where to write. */
export interface ExportChoice {
  readonly format?: ExportFormatId
  readonly target?: Uri
}

export interface ExportTarget {
  readonly format: ExportFormat
  readonly uri: Uri
}

/** Asks for what is not given: the format, then the file. `folder` and `name` make the proposal. Undefined when the user steps back. */
export async function askExportTarget(
  { format, target }: ExportChoice,
  folder: Uri | undefined,
  name: string
): Promise<ExportTarget | undefined> {
  const chosen = exportFormats.find(({ id }) => id === format) ?? (await askFormat())
  if (!chosen) return undefined
  const uri = target ?? (await askFile(chosen, folder, name))
  return uri && { format: chosen, uri }
}

/** A command's argument may be anything; a context menu gives a Uri, for example. */
export function exportChoice(argument: unknown): ExportChoice {
  if (typeof argument !== 'object' || argument === null) return {}
  const format = exportFormats.find(({ id }) => 'format' in argument && argument.format === id)?.id
  const target = 'target' in argument && argument.target instanceof Uri ? argument.target : undefined
  return { ...(format && { format }), ...(target && { target }) }
}

async function askFormat(): Promise<ExportFormat | undefined> {
  const items = exportFormats.map((format) => ({ ...describeFormat(format.id), format }))
  return (await window.showQuickPick(items, { title: l10n.t('Export as'), matchOnDescription: true }))?.format
}

async function askFile(
  { id, extension }: ExportFormat,
  folder: Uri | undefined,
  name: string
): Promise<Uri | undefined> {
  const home = folder ?? workspace.workspaceFolders?.[0]?.uri
  const { label } = describeFormat(id)
  return window.showSaveDialog({
    ...(home && { defaultUri: Uri.joinPath(home, `${name}${suffix(id)}.${extension}`) }),
    filters: { [label]: [extension] },
    title: l10n.t('Export as {0}', label)
  })
}

function describeFormat(id: ExportFormatId): { readonly label: string; readonly description: string } {
  switch (id) {
    case 'csv-entities':
      return {
        label: l10n.t('CSV of entities'),
        description: l10n.t('a row for each actor and place, for a spreadsheet')
      }
    case 'csv-quotes':
      return { label: l10n.t('CSV of quotes'), description: l10n.t('a row for each quote, for a spreadsheet') }
    case 'json':
      return { label: l10n.t('JSON'), description: l10n.t('everything with offsets, as the command line writes it') }
    case 'markdown':
      return {
        label: l10n.t('Markdown report'),
        description: l10n.t('actors, places and sources with their quotes, to read')
      }
  }
}

/** Two CSV exports of one article must not propose the same file, nor a report the article itself; folders leave `.report.md` out. */
function suffix(id: ExportFormatId): string {
  switch (id) {
    case 'csv-entities':
      return '.entities'
    case 'csv-quotes':
      return '.quotes'
    case 'json':
      return ''
    case 'markdown':
      return '.report'
  }
}
