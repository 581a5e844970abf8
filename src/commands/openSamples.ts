import {
  commands,
  FileSystemError,
  FileType,
  Uri,
  window,
  workspace,
  type Disposable,
  type ExtensionContext,
  type LogOutputChannel
} from 'vscode'
import { l10n } from '../workspace/l10n'

/**
 * Opens the sample articles as a folder: a copy that the user may write into and that an update of the extension leaves
 * alone. Gives the folder to a caller, undefined when it failed.
 */
export function registerOpenSamples(context: ExtensionContext, log: LogOutputChannel): Disposable {
  return commands.registerCommand('articleAnnotator.openSamples', async (): Promise<Uri | undefined> => {
    try {
      const folder = await copySamples(
        Uri.joinPath(context.extensionUri, 'samples'),
        Uri.joinPath(context.globalStorageUri, 'samples')
      )
      await commands.executeCommand('vscode.openFolder', folder, {
        forceNewWindow: workspace.workspaceFolders !== undefined
      })
      return folder
    } catch (error) {
      log.error('The sample articles could not be opened', error)
      void window.showErrorMessage(l10n.t('The sample articles could not be opened.'))
      return undefined
    }
  })
}

async function copySamples(from: Uri, to: Uri): Promise<Uri> {
  for (const [name, type] of await workspace.fs.readDirectory(from)) {
    if (type !== FileType.File) continue
    await copyUnlessThere(Uri.joinPath(from, name), Uri.joinPath(to, name))
  }
  return to
}

/** What the user wrote into an earlier copy stays. */
async function copyUnlessThere(from: Uri, to: Uri): Promise<void> {
  try {
    await workspace.fs.copy(from, to, { overwrite: false })
  } catch (error) {
    if (!(error instanceof FileSystemError) || error.code !== 'FileExists') throw error
  }
}
