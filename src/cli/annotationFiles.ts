import { mkdir, open, readdir, readFile, realpath, rename, rmdir, stat, unlink } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { FileFailure, lockPath, replacementOf, type AnnotationFiles, type FailureKind } from '../annotations'
import { concurrently } from '../util/concurrently'
import { fileLock } from './fileLock'

/** The annotations below a folder, as Node reads and writes them. `root` need not exist. */
export function nodeAnnotationFiles(root: string): AnnotationFiles {
  const pathOf = (path: string) => join(root, ...path.split('/'))
  const lock = fileLock(pathOf(lockPath))

  return {
    list: (folder, depth) => failing(() => listed(root, folder, depth)),

    stat: (path) =>
      failing(async () => {
        const found = await ifThere(stat(pathOf(path), { bigint: true }))
        if (!found?.isFile()) return undefined
        const { size, mtimeNs, ino, mode } = found
        return { size: Number(size), stamp: `${mtimeNs}-${size}-${ino}`, isReadOnly: (mode & 0o222n) === 0n }
      }),

    read: (path) => failing(() => ifThere(readFile(pathOf(path)))),

    replace: (path, bytes) =>
      failing(async () => {
        const [file, replacement] = [pathOf(path), pathOf(replacementOf(path))]
        const folder = dirname(file)
        await mkdir(folder, { recursive: true })
        await refuseLinkOutside(root, folder)
        await ifThere(unlink(replacement))
        await writeWhole(replacement, bytes)
        await lock.check()
        await renamed(replacement, file)
        await syncFolder(folder)
      }),

    remove: (path) =>
      failing(async () => {
        await lock.check()
        await ifThere(unlink(pathOf(path)))
        await removeEmptyFolders(root, path)
      }),

    lock: () => failing(() => lock.acquire())
  }
}

/** Folders looked into at a time: Node itself would look into one after the other. */
const mostFolders = 32

async function listed(root: string, folder: string, depth: 'folder' | 'below'): Promise<readonly string[]> {
  const files: string[] = []
  let folders = [folder]
  while (folders.length) {
    const below: string[] = []
    await concurrently(folders, mostFolders, async (path) => {
      for (const entry of (await ifThere(readdir(join(root, path), { withFileTypes: true }))) ?? []) {
        const name = path ? `${path}/${entry.name}` : entry.name
        if (entry.isFile() || entry.isSymbolicLink()) files.push(name)
        else if (entry.isDirectory() && depth === 'below') below.push(name)
      }
    })
    folders = below
  }
  return files
}

/** The new file, on the disk itself. Exclusive: a link that lies there is not followed. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Windows refuses it while another program, a virus scanner perhaps, has the file open. */
async function renamed(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(from, to)
      return
    } catch (error) {
      if (process.platform !== 'win32' || attempt === 10 || !(codeOf(error) in kinds)) throw error
      await setTimeout(20 * attempt)
    }
  }
}

/** So that the renaming itself outlasts a failure of power, where the system can do that. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder)
    await handle.sync().finally(() => handle.close())
  } catch {
    // Windows does not open folders.
  }
}

/** A folder that came with the articles may hold links to anywhere. */
async function refuseLinkOutside(root: string, folder: string): Promise<void> {
  const top = await realpath(join(root, lockPath.split('/')[0]!))
  const real = await realpath(folder)
  if (real !== top && !real.startsWith(top + sep))
    throw new FileFailure('other', `${folder} is a link to another place: ${real}`)
}

async function removeEmptyFolders(root: string, path: string): Promise<void> {
  for (let folder = dirname(path); folder !== '.' && folder.includes('/'); folder = dirname(folder)) {
    try {
      await rmdir(join(root, folder))
    } catch {
      return
    }
  }
}

/** Undefined where a file or folder is not there. */
async function ifThere<Result>(result: Promise<Result>): Promise<Result | undefined> {
  try {
    return await result
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return undefined
    throw error
  }
}

async function failing<Result>(task: () => Promise<Result>): Promise<Result> {
  try {
    return await task()
  } catch (error) {
    if (error instanceof FileFailure) throw error
    throw new FileFailure(kinds[codeOf(error)] ?? 'other', error instanceof Error ? error.message : String(error))
  }
}

const kinds: Readonly<Record<string, FailureKind>> = {
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  ENOSPC: 'no-space',
  EDQUOT: 'no-space'
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
