import {
  FileSystemError,
  RelativePattern,
  workspace,
  type CancellationToken,
  type Disposable,
  type LogOutputChannel,
  type Uri
} from 'vscode'
import { disposableList } from '../util/disposable'
import type { ArticleFiles } from './folderReading'
import { folderSettings, maximumArticleSize } from './settings'

/** The article files of all workspace folders by their settings, without duplicates, in order of their URIs. */
export async function findArticleFiles(token?: CancellationToken): Promise<readonly Uri[]> {
  const found = new Map<string, Uri>()
  for (const folder of workspace.workspaceFolders ?? []) {
    const { include, exclude } = folderSettings(folder)
    const excluded = exclude.length > 0 ? new RelativePattern(folder, `{${exclude.join(',')}}`) : undefined
    for (const uri of await workspace.findFiles(new RelativePattern(folder, include), excluded, undefined, token))
      found.set(uri.toString(), uri)
  }
  return [...found.keys()].sort().flatMap((key) => found.get(key) ?? [])
}

export interface FolderChanges {
  readonly changed: (uri: Uri) => void
  /** Files came or went: the list has to be made again. */
  readonly listChanged: () => void
}

/** Watches the article files of all workspace folders, and folders that go with the articles inside. */
export function watchArticleFiles({ changed, listChanged }: FolderChanges): Disposable {
  const owned = disposableList()
  for (const folder of workspace.workspaceFolders ?? []) {
    const files = owned.add(
      workspace.createFileSystemWatcher(new RelativePattern(folder, folderSettings(folder).include))
    )
    owned.add(files.onDidChange(changed))
    owned.add(files.onDidCreate(listChanged))
    const anything = owned.add(workspace.createFileSystemWatcher(new RelativePattern(folder, '**'), true, true))
    owned.add(anything.onDidDelete(listChanged))
  }
  return owned
}

/** The files of some articles, by `uri.toString()`. Errors are told to the log. */
export function articleFiles(uris: ReadonlyMap<string, Uri>, log: LogOutputChannel): ArticleFiles {
  const uriOf = (name: string) => uris.get(name)!
  return {
    async stat(name) {
      const { size, mtime } = await workspace.fs.stat(uriOf(name))
      return { size, modified: mtime }
    },
    read: async (name) => workspace.fs.readFile(uriOf(name)),
    problem(name, error) {
      log.warn(`${uriOf(name).toString(true)} could not be read`, error)
      if (!(error instanceof FileSystemError)) return 'failed'
      return error.code === 'FileNotFound' ? 'missing' : 'unreadable'
    },
    limit: (name) => maximumArticleSize(uriOf(name))
  }
}
