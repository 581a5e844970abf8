import { RelativePattern, Uri, workspace } from 'vscode'
import { isArticlePath, openAnnotationStore, type AnnotationStore } from '../../annotations'
import { disposableList } from '../../util/disposable'
import { workspaceAnnotationFiles } from './annotationFiles'
import type { AnnotationHomes } from './annotationHomes'

/** The folders of VS Code's workspace. `recovery` is a folder of the extension's own, for what cannot be written. */
export function workspaceHomes(recovery: Uri | undefined): AnnotationHomes {
  return {
    homeOf(article) {
      if (article.scheme === 'untitled' || article.scheme === 'git') return undefined
      const root = workspace.getWorkspaceFolder(article)?.uri ?? Uri.joinPath(article, '..')
      const path = article.path.slice(root.path.replace(/\/$/, '').length + 1)
      return isArticlePath(path) ? { folder: root.toString(), path } : undefined
    },
    articleOf: ({ folder, path }) => Uri.joinPath(Uri.parse(folder, true), path),
    exists: (article) =>
      Promise.resolve(workspace.fs.stat(article)).then(
        () => true,
        () => false
      ),
    parse: (id) => Uri.parse(id, true),
    folders: () => workspace.workspaceFolders?.map(({ uri }) => uri.toString()) ?? [],
    storeOf: (folder) => storeOf(Uri.parse(folder, true), recovery),
    watch(folder, changed) {
      const owned = disposableList()
      const root = Uri.parse(folder, true)
      const watcher = owned.add(
        workspace.createFileSystemWatcher(new RelativePattern(root, '.annotations/**/*.jsonld'))
      )
      const tell = (uri: Uri) => changed(uri.path.slice(root.path.replace(/\/$/, '').length + 1))
      owned.add(watcher.onDidCreate(tell))
      owned.add(watcher.onDidChange(tell))
      owned.add(watcher.onDidDelete(tell))
      return owned
    },
    onDidRename: (listener) =>
      workspace.onDidRenameFiles(({ files }) =>
        listener(files.map(({ oldUri, newUri }) => ({ from: oldUri, to: newUri })))
      )
  }
}

function storeOf(folder: Uri, recovery: Uri | undefined): AnnotationStore {
  const own = recovery && Uri.joinPath(recovery, encodeURIComponent(folder.toString()))
  return openAnnotationStore(workspaceAnnotationFiles(folder), own && workspaceAnnotationFiles(own))
}
