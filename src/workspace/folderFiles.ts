import { RelativePattern, workspace, type CancellationToken, type Disposable, type Uri } from 'vscode'
import { disposableList } from '../util/disposable'
import { folderSettings } from './settings'

/** The article files of all workspace folders by their settings, without duplicates, in order of their URIs. */
export async function findArticleFiles(token?: CancellationToken): Promise<readonly Uri[]> {
  const found = new Map<string, Uri>()
  for (const folder of workspace.workspaceFolders ?? []) {
    const { include, exclude } = folderSettings(folder)
    const excluded = exclude.length > 0 ? new RelativePattern(folder, `{${exclude.join(',')}}`) : undefined
    for (const uri of await workspace.findFiles(new RelativePattern(folder, include), excluded, undefined, token)) found.set(uri.toString(), uri)
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
    const files = owned.add(workspace.createFileSystemWatcher(new RelativePattern(folder, folderSettings(folder).include)))
    owned.add(files.onDidChange(changed))
    owned.add(files.onDidCreate(listChanged))
    const anything = owned.add(workspace.createFileSystemWatcher(new RelativePattern(folder, '**'), true, true))
    owned.add(anything.onDidDelete(listChanged))
  }
  return owned
}
