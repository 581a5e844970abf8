import type { Pieces, ReplaceableFiles, ReplaceProblem } from './replaceFile'

/** What is taken of Node's `fs`. */
export interface NodeFs {
  readonly promises: {
    stat(path: string): Promise<NodeStats>
    lstat(path: string): Promise<NodeStats>
    realpath(path: string): Promise<string>
    access(path: string, mode: number): Promise<void>
    open(path: string, flags: 'wx' | 'r+'): Promise<NodeFile>
    readFile(path: string): Promise<Uint8Array>
    rename(from: string, to: string): Promise<void>
    rm(path: string, options: { force: true }): Promise<void>
  }
  rmSync(path: string, options: { force: true }): void
}

interface NodeStats {
  isFile(): boolean
  isDirectory(): boolean
  isSymbolicLink(): boolean
}

interface NodeFile {
  appendFile(bytes: Uint8Array): Promise<void>
  sync(): Promise<void>
  close(): Promise<void>
}

/**
 * Files on a disk of this machine; names are absolute paths. Each piece is written before the next is asked for, and a rename replaces a
 * file at once. What is being written stands in `unfinished` until it is renamed or deleted. Links are followed: none is told as one.
 */
export function diskFiles({ promises }: NodeFs, unfinished: Set<string>): ReplaceableFiles {
  return {
    async kind(path) {
      try {
        const stats = await promises.stat(path)
        if (stats.isDirectory()) return 'folder'
        if (!stats.isFile()) return 'other'
        return (await isWritable(promises, path)) ? 'file' : 'read-only'
      } catch (error) {
        if (problemOf(error) !== 'no-folder') throw error
        // A link that leads nowhere has the name.
        return (await promises.lstat(path).catch(() => undefined)) && 'other'
      }
    },
    read: (path) => promises.readFile(path),
    async write(path, pieces) {
      const file = await promises.open(path, 'wx')
      unfinished.add(path)
      try {
        for await (const bytes of inBlocks(pieces)) await file.appendFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
    },
    proveWritable: async (path) => (await promises.open(path, 'r+')).close(),
    async rename(from, to) {
      await promises.rename(from, to)
      unfinished.delete(from)
    },
    async delete(path) {
      await promises.rm(path, { force: true })
      unfinished.delete(path)
    },
    problemOf
  }
}

/** For a window that closes in the middle of an export: it waits for nothing. */
export function removeUnfinished(fs: NodeFs, unfinished: Set<string>): void {
  for (const path of unfinished) {
    try {
      fs.rmSync(path, { force: true })
    } catch {
      // Nobody is there any more who could be told.
    }
  }
  unfinished.clear()
}

/** `fs.constants.W_OK`. */
const forWriting = 2

async function isWritable(promises: NodeFs['promises'], path: string): Promise<boolean> {
  try {
    await promises.access(path, forWriting)
    return true
  } catch {
    return false
  }
}

/** In bytes: a format makes thousands of small pieces, and each is a way to the disk. */
const blockLength = 1 << 18

/** Each block holds until the next is asked for. */
async function* inBlocks(pieces: Pieces): AsyncGenerator<Uint8Array> {
  const block = new Uint8Array(blockLength)
  let used = 0
  for await (const piece of pieces) {
    if (used + piece.length > blockLength) {
      yield block.subarray(0, used)
      used = 0
    }
    if (piece.length > blockLength) {
      yield piece
    } else {
      block.set(piece, used)
      used += piece.length
    }
  }
  yield block.subarray(0, used)
}

const problems: ReadonlyMap<unknown, ReplaceProblem> = new Map([
  ['ENOENT', 'no-folder'],
  ['ENOTDIR', 'no-folder'],
  ['EISDIR', 'no-file'],
  ['EROFS', 'read-only'],
  ['EACCES', 'not-allowed'],
  ['EPERM', 'not-allowed'],
  ['ENOSPC', 'no-room'],
  ['EDQUOT', 'no-room'],
  ['EBUSY', 'in-use'],
  ['ETXTBSY', 'in-use']
] as const)

function problemOf(error: unknown): ReplaceProblem | undefined {
  return problems.get((error as { readonly code?: unknown } | null)?.code)
}
