import { FileType, RelativePattern, Uri, workspace } from 'vscode'
import { annotationsFolder, openAnnotationStore, type AnnotationStore } from '../../annotations'
import { disposableList } from '../../util/disposable'
import { workspaceAnnotationFiles } from './annotationFiles'
import type { AnnotationHomes } from './annotationHomes'
import { nearestHomes } from './nearestHomes'

/** The folders of VS Code's workspace. `recovery` is a folder of the extension's own, for what cannot be written. */
export function workspaceHomes(recovery: Uri | undefined): AnnotationHomes {
  const homes = nearestHomes({ rootOf: (article) => workspace.getWorkspaceFolder(article)?.uri, isAnnotated })
  let findingAll: Promise<void> | undefined
  return {
    homeOf: (article) =>
      article.scheme === 'untitled' || article.scheme === 'git' ? undefined : homes.homeOf(article),
    find: (articles) =>
      articles === 'all'
        ? (findingAll ??= annotatedFolders().then((all) => all.forEach((folder) => homes.add(folder))))
        : homes.find(articles),
    articleOf: ({ folder, path }) => Uri.joinPath(Uri.parse(folder, true), path),
    exists: (article) =>
      Promise.resolve(workspace.fs.stat(article)).then(
        () => true,
        () => false
      ),
    parse: (id) => Uri.parse(id, true),
    folders() {
      const roots = workspace.workspaceFolders?.map(({ uri }) => uri.toString()) ?? []
      const isInWorkspace = (folder: string) => workspace.getWorkspaceFolder(Uri.parse(folder, true)) !== undefined
      return [...new Set([...roots, ...homes.found().filter(isInWorkspace)])]
    },
    storeOf: (folder) => storeOf(Uri.parse(folder, true), recovery),
    watch(folder, changed) {
      const owned = disposableList()
      const root = Uri.parse(folder, true)
      const watcher = owned.add(
        workspace.createFileSystemWatcher(new RelativePattern(root, `${annotationsFolder}/**/*.jsonld`))
      )
      const tell = (uri: Uri) => changed(uri.path.slice(root.path.replace(/\/$/, '').length + 1))
      owned.add(watcher.onDidCreate(tell))
      owned.add(watcher.onDidChange(tell))
      owned.add(watcher.onDidDelete(tell))
      return owned
    },
    onDidRename: (listener) =>
      workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) [oldUri, newUri].forEach((folder) => homes.forget(folder))
        listener(files.map(({ oldUri, newUri }) => ({ from: oldUri, to: newUri })))
      })
  }
}

function isAnnotated(folder: Uri): Promise<boolean> {
  return Promise.resolve(workspace.fs.stat(Uri.joinPath(folder, annotationsFolder))).then(
    ({ type }) => (type & FileType.Directory) !== 0,
    () => false
  )
}

/** The folders of the workspace that have annotations on disk. A user who hides the annotations still has them. */
async function annotatedFolders(): Promise<readonly Uri[]> {
  const folders = new Map<string, Uri>()
  for (const root of workspace.workspaceFolders ?? []) {
    const pattern = new RelativePattern(root, `**/${annotationsFolder}/**/*.jsonld`)
    for (const file of await found(pattern)) {
      const folder = file.with({ path: file.path.slice(0, file.path.lastIndexOf(`/${annotationsFolder}/`)) || '/' })
      folders.set(folder.toString(), folder)
    }
  }
  return [...folders.values()]
}

/** Where VS Code cannot search, homes are found by the articles that are asked about. */
function found(pattern: RelativePattern): Promise<readonly Uri[]> {
  return Promise.resolve(workspace.findFiles(pattern, null)).catch(() => [])
}

function storeOf(folder: Uri, recovery: Uri | undefined): AnnotationStore {
  const own = recovery && Uri.joinPath(recovery, encodeURIComponent(folder.toString()))
  return openAnnotationStore(workspaceAnnotationFiles(folder), own && workspaceAnnotationFiles(own))
}
