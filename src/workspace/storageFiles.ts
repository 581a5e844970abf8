import { FileSystemError, FileType, Uri, workspace } from 'vscode'
import type { CacheFiles } from './cacheFiles'
import type { Log } from './log'

/**
 * Files of our own below the extension's storage for this workspace. What another version kept there is removed, once
 * and in the background: nobody would read it again.
 */
export function storageFiles(storage: Uri, version: string, log: Log): CacheFiles {
  const versions = Uri.joinPath(storage, 'analyses')
  const name = encodeURIComponent(version)
  const home = Uri.joinPath(versions, name)
  const file = (called: string) => Uri.joinPath(home, called)
  void removeOthers(versions, name).catch((error: unknown) =>
    log.warn('What an older version kept could not be removed', error)
  )
  return {
    async read(called) {
      try {
        return await workspace.fs.readFile(file(called))
      } catch (error) {
        if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined
        throw error
      }
    },
    write: async (called, bytes) => workspace.fs.writeFile(file(called), bytes),
    rename: async (from, to) => workspace.fs.rename(file(from), file(to), { overwrite: true }),
    list: async () => (await entriesOf(home)).flatMap(([called, type]) => (type === FileType.File ? called : [])),
    remove: async (called) => workspace.fs.delete(file(called))
  }
}

async function removeOthers(versions: Uri, own: string): Promise<void> {
  for (const [name] of await entriesOf(versions))
    if (name !== own) await workspace.fs.delete(Uri.joinPath(versions, name), { recursive: true })
}

async function entriesOf(folder: Uri): Promise<readonly [string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder)
  } catch {
    return []
  }
}
