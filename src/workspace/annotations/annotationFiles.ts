import { FilePermission, FileSystemError, FileType, RelativePattern, Uri, workspace } from 'vscode'
import {
  annotationsFolder,
  FileFailure,
  lockPath,
  replacementOf,
  type AnnotationFiles,
  type FailureKind,
  type FileStat
} from '../../annotations'
import { concurrently } from '../../util/concurrently'
import { fileLock } from './fileLock'

/** Folders asked about at a time. */
const mostReads = 32

/** The annotations below a folder, as VS Code's file systems have them: also such as are not on this computer. */
export function workspaceAnnotationFiles(root: Uri): AnnotationFiles {
  const uriOf = (path: string) => Uri.joinPath(root, ...path.split('/').filter(Boolean))
  const lock = fileLock(uriOf(lockPath))

  return {
    list: (folder, depth) =>
      failing(async () =>
        folder === annotationsFolder && depth === 'below' ? allListed(root) : listed(root, folder, depth)
      ),
    stat: (path) => failing(() => statOf(uriOf(path))),
    read: (path) => failing(() => ifThere(workspace.fs.readFile(uriOf(path)))),

    replace: (path, bytes) =>
      failing(async () => {
        const [file, replacement] = [uriOf(path), uriOf(replacementOf(path))]
        // A link that lies there must not be followed.
        await ifThere(workspace.fs.delete(replacement))
        await workspace.fs.writeFile(replacement, bytes)
        await lock.check()
        // VS Code deletes the old file first. Whoever finds none takes the replacement: it is whole.
        await workspace.fs.rename(replacement, file, { overwrite: true })
      }),

    remove: (path) =>
      failing(async () => {
        await lock.check()
        await ifThere(workspace.fs.delete(uriOf(path)))
        await ifThere(workspace.fs.delete(uriOf(replacementOf(path))))
        await removeEmptyFolders(root, path)
      }),

    lock: () => failing(() => lock.acquire())
  }
}

/**
 * All that is in the folder of annotations. VS Code's search has that in one go; folder by folder, of which there is one an
 * article, takes five times as long. Not every file system can be searched: what finds nothing is looked through.
 */
async function allListed(root: Uri): Promise<readonly string[]> {
  // No settings may keep files from us: null.
  const found = await workspace.findFiles(new RelativePattern(root, `${annotationsFolder}/**`), null)
  const above = root.path.replace(/\/$/, '').length + 1
  return found.length > 0 ? found.map(({ path }) => path.slice(above)) : listed(root, annotationsFolder, 'below')
}

async function listed(root: Uri, folder: string, depth: 'folder' | 'below'): Promise<readonly string[]> {
  const files: string[] = []
  let folders = [folder]
  while (folders.length) {
    const below: string[] = []
    await concurrently(folders, mostReads, async (path) => {
      const uri = path ? Uri.joinPath(root, ...path.split('/')) : root
      for (const [name, type] of (await ifThere(workspace.fs.readDirectory(uri))) ?? []) {
        const entry = path ? `${path}/${name}` : name
        if (type & FileType.File) files.push(entry)
        // Not a link to a folder: it may lead anywhere, also to itself.
        else if (type === FileType.Directory && depth === 'below') below.push(entry)
      }
    })
    folders = below
  }
  return files
}

async function statOf(uri: Uri): Promise<FileStat | undefined> {
  const found = await ifThere(workspace.fs.stat(uri))
  if (!found || !(found.type & FileType.File)) return undefined
  const { size, mtime, ctime, permissions = 0 } = found
  return { size, stamp: `${mtime}-${size}-${ctime}`, isReadOnly: (permissions & FilePermission.Readonly) !== 0 }
}

async function removeEmptyFolders(root: Uri, path: string): Promise<void> {
  const segments = path.split('/').slice(0, -1)
  for (; segments.length > 1; segments.pop()) {
    const folder = Uri.joinPath(root, ...segments)
    try {
      if ((await workspace.fs.readDirectory(folder)).length) return
      await workspace.fs.delete(folder, { recursive: false })
    } catch {
      return
    }
  }
}

/** Undefined where a file or folder is not there. */
async function ifThere<Result>(result: Thenable<Result>): Promise<Result | undefined> {
  try {
    return await result
  } catch (error) {
    if (isNotThere(error)) return undefined
    throw error
  }
}

function isNotThere(error: unknown): boolean {
  return error instanceof FileSystemError && (error.code === 'FileNotFound' || error.code === 'FileNotADirectory')
}

async function failing<Result>(task: () => Promise<Result>): Promise<Result> {
  try {
    return await task()
  } catch (error) {
    if (error instanceof FileFailure) throw error
    throw new FileFailure(kindOf(error), error instanceof Error ? error.message : String(error))
  }
}

/** VS Code says what it has a code for; the rest is in the message of the system. */
function kindOf(error: unknown): FailureKind {
  if (error instanceof FileSystemError && error.code === 'NoPermissions') return 'read-only'
  const message = error instanceof Error ? error.message : ''
  if (/\bE(?:ROFS|ACCES|PERM)\b/.test(message)) return 'read-only'
  return /\bE(?:NOSPC|DQUOT)\b/.test(message) ? 'no-space' : 'other'
}
