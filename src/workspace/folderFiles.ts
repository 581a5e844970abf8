import { FileSystemError, FileType, RelativePattern, workspace, type Disposable, type Uri } from 'vscode'
import type { Cancellation } from '../util/cancellation'
import { disposableList } from '../util/disposable'
import type { Event } from '../util/emitter'
import { articleName } from './articleNames'
import { rememberedPatterns } from './articlePatterns'
import type { ArticleFiles } from './folderReading'
import type { Log } from './log'
import { folderSettings, maximumArticleSize } from './settings'

/** The files of a folder of articles: an interface, so that code that reads them can run without VS Code. */
export interface FolderFiles {
  /** The workspace's name. */
  name(): string
  /** The article's name in lists and exports. */
  nameOf(uri: Uri): string
  /** Whether the settings say that the file is an article, or none; undefined where they say nothing. */
  bySetting?(uri: Uri): boolean | undefined
  /** All article files, without duplicates, in order of their URIs. */
  list(token: Cancellation): Promise<readonly Uri[]>
  watch(changes: FolderChanges): Disposable
  /** Access to some of the files; their keys, `uri.toString()`, are the names in `ArticleFiles`. */
  access(uris: ReadonlyMap<string, Uri>): ArticleFiles
  /** The workspace's folders changed, or the settings that say which files are articles. */
  readonly onDidChangeFolders: Event<void>
}

export interface FolderChanges {
  readonly changed: (uri: Uri) => void
  /** Files were created or deleted: the list has to be made again. */
  readonly listChanged: () => void
}

/** The article files of the workspace's folders. Errors are logged. */
export function workspaceFiles(log: Log): FolderFiles {
  const patterns = rememberedPatterns()
  return {
    name: () => workspace.name ?? '',
    nameOf: articleName,
    bySetting: (uri) => patterns.bySetting(uri),
    list: findArticleFiles,
    watch: watchArticleFiles,
    access: (uris) => articleFiles(uris, log),
    onDidChangeFolders(listener) {
      const owned = disposableList()
      owned.add(
        workspace.onDidChangeWorkspaceFolders(() => {
          patterns.forget()
          listener()
        })
      )
      owned.add(
        workspace.onDidChangeConfiguration((change) => {
          if (['folder', 'articles'].some((name) => change.affectsConfiguration(`articleAnnotator.${name}`))) {
            patterns.forget()
            listener()
          }
        })
      )
      return owned
    }
  }
}

async function findArticleFiles(token: Cancellation): Promise<readonly Uri[]> {
  const found = new Map<string, Uri>()
  for (const folder of workspace.workspaceFolders ?? []) {
    const { include, exclude } = folderSettings(folder)
    const excluded = exclude.length > 0 ? new RelativePattern(folder, `{${exclude.join(',')}}`) : undefined
    for (const uri of await workspace.findFiles(new RelativePattern(folder, include), excluded, undefined, token))
      found.set(uri.toString(), uri)
  }
  return [...found.keys()].sort().flatMap((key) => found.get(key) ?? [])
}

/** Watches the article files of all workspace folders, and the deletion of whole folders with articles inside. */
function watchArticleFiles({ changed, listChanged }: FolderChanges): Disposable {
  const owned = disposableList()
  for (const folder of workspace.workspaceFolders ?? []) {
    const files = owned.add(
      workspace.createFileSystemWatcher(new RelativePattern(folder, folderSettings(folder).include))
    )
    owned.add(files.onDidChange(changed))
    owned.add(
      files.onDidCreate((uri) => {
        // A file that is replaced by another comes as created, too.
        changed(uri)
        listChanged()
      })
    )
    const anything = owned.add(workspace.createFileSystemWatcher(new RelativePattern(folder, '**'), true, true))
    owned.add(
      anything.onDidDelete(({ path }) => {
        // What is written beside the articles comes and goes with each decision.
        if (!path.includes('/.annotations/')) listChanged()
      })
    )
  }
  return owned
}

function articleFiles(uris: ReadonlyMap<string, Uri>, log: Log): ArticleFiles {
  const uriOf = (name: string) => uris.get(name)!
  return {
    async stat(name) {
      const { type, size, mtime } = await workspace.fs.stat(uriOf(name))
      // Reading a pipe would wait for whoever writes into it.
      if (!(type & FileType.File)) throw new NoFileError()
      return { size, modified: mtime }
    },
    read: async (name) => workspace.fs.readFile(uriOf(name)),
    problem(name, error) {
      log.warn(`${uriOf(name).toString(true)} could not be read`, error)
      if (error instanceof NoFileError) return 'no-file'
      if (!(error instanceof FileSystemError)) return 'failed'
      return error.code === 'FileNotFound' ? 'missing' : 'unreadable'
    },
    limit: (name) => maximumArticleSize(uriOf(name))
  }
}

class NoFileError extends Error {
  override readonly message = 'is a pipe, a device or a socket, and not a file'
}
