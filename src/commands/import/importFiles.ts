import { ProgressLocation, window, workspace, Uri } from 'vscode'
import { exchangeFormats, readByGuess, type ExchangeFormat, type GivenFile, type ReadResult } from '../../exchange'
import { back } from '../../util/askInTurn'
import { pickOne } from '../../workspace/askingBoxes'
import { fileName } from '../../workspace/fileName'
import { l10n } from '../../workspace/l10n'

/** Bytes of all files of one import together. */
const mostBytes = 200_000_000

export interface ReadFilesResult {
  readonly format: ExchangeFormat
  readonly result: ReadResult
  /** The user was asked for the format. */
  readonly isAsked: boolean
}

/** The formats that can be read. */
export function readingFormats(): readonly ExchangeFormat[] {
  return exchangeFormats.filter(({ read }) => read !== undefined)
}

/** `known`: those that were chosen before. */
export async function askFiles([known]: readonly Uri[] = []): Promise<readonly Uri[] | undefined> {
  const home = known ? Uri.joinPath(known, '..') : workspace.workspaceFolders?.[0]?.uri
  return window.showOpenDialog({
    canSelectMany: true,
    ...(home && { defaultUri: home }),
    openLabel: l10n.t('Import'),
    title: l10n.t('Choose the Files to Import; All Files of One Export Together, as .txt and .ann')
  })
}

/** Reads files by a format, or by the one that understands most of them. Undefined where none does and the user names none. */
export async function readGivenFiles(
  uris: readonly Uri[],
  wanted: ExchangeFormat | undefined,
  hasBack: boolean
): Promise<ReadFilesResult | typeof back | undefined> {
  const files = await bytesOf(uris)
  if (!files) return undefined
  const read = (format: ExchangeFormat, isAsked: boolean) =>
    reading(async () => ({ format, result: (await format.read?.(files)) ?? nothing, isAsked }))
  if (wanted) return read(wanted, false)
  const guessed = await reading(() => readByGuess(files, exchangeFormats))
  if (guessed) return { ...guessed, isAsked: false }
  const asked = await askFormat(hasBack)
  return asked === undefined || asked === back ? asked : read(asked.format, true)
}

const nothing: ReadResult = { documents: [], codes: [], problems: [] }

function reading<T>(task: () => Promise<T>): Thenable<T> {
  return window.withProgress({ location: ProgressLocation.Notification, title: l10n.t('Reading the files') }, task)
}

function askFormat(hasBack: boolean): Promise<{ readonly format: ExchangeFormat } | typeof back | undefined> {
  const items = readingFormats().map((format) => ({
    label: l10n.t(format.label),
    description: `.${format.extension}`,
    format
  }))
  return pickOne(items, {
    title: l10n.t('Format of the Files'),
    placeHolder: l10n.t('No annotations were recognized. Choose the format, if you know it.'),
    hasBack
  })
}

async function bytesOf(uris: readonly Uri[]): Promise<readonly GivenFile[] | undefined> {
  let size = 0
  for (const uri of uris) size += (await workspace.fs.stat(uri)).size
  if (size > mostBytes) {
    void window.showErrorMessage(l10n.t('These files are more than {0} MB together.', mostBytes / 1_000_000))
    return undefined
  }
  return Promise.all(uris.map(async (uri) => ({ path: fileName(uri), bytes: await workspace.fs.readFile(uri) })))
}
