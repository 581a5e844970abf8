import { FileSystemError, FileType, Uri, workspace } from 'vscode'
import type { CacheFiles } from './cacheFiles'
import type { Log } from './log'

/**
 * The cache files of this version, in the extension's storage for this workspace. The files of other versions, which
 * are never read again, are removed in the background.
 */
export function storageFiles(storage: Uri, version: string, log: Log): CacheFiles {
  const versions = Uri.joinPath(storage, 'analyses')
  const name = encodeURIComponent(version)
  const folder = Uri.joinPath(versions, name)
  const file = (fileName: string) => Uri.joinPath(folder, fileName)
  void removeOthers(versions, name).catch((error: unknown) =>
    log.warn('What an older version kept could not be removed', error)
  )
  return {
    async read(fileName) {
      try {
        return await workspace.fs.readFile(file(fileName))
      } catch (error) {
        if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined
        throw error
      }
    },
    write: async (fileName, bytes) => workspace.fs.writeFile(file(fileName), bytes),
    rename: async (from, to) => workspace.fs.rename(file(from), file(to), { overwrite: true }),
    list: async () => (await entriesOf(folder)).flatMap(([fileName, type]) => (type === FileType.File ? fileName : [])),
    remove: async (fileName) => workspace.fs.delete(file(fileName))
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
