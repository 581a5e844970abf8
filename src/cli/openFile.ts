import { constants, type BigIntStats, type Dirent, type Stats } from 'node:fs'
import { open } from 'node:fs/promises'
import type { FilePath } from './filePaths'

/**
 * The bytes of a file, as a stream. Rejects for a pipe, a device or a socket, which might never end or never begin; but reads
 * one that is passed on already open: `/dev/stdin`, or `<(command)`, which a shell passes as `/dev/fd/63`.
 */
export async function* readChunks({ path }: FilePath): AsyncGenerator<Buffer> {
  const isOpen = isDescriptor(path)
  // Opening a pipe waits for its writer, unless it is opened like this: then its kind can be looked at.
  const file = await open(path, constants.O_RDONLY | (isOpen ? 0 : (constants.O_NONBLOCK ?? 0)))
  try {
    const stats = await file.stat()
    if (!isOpen && !stats.isFile() && !stats.isDirectory()) throw new Error(`is ${kindOfFile(stats)}, not a file`)
    yield* file.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>
  } finally {
    await file.close()
  }
}

/** Whether the path names something that this process was given already open. */
export function isDescriptor(path: string | Buffer): boolean {
  return /^\/(?:dev\/(?:stdin|fd\/\d+)|proc\/self\/fd\/\d+)$/.test(path.toString())
}

/** What a path leads to that is no file, with its article. */
export function kindOfFile(stats: Stats | BigIntStats | Dirent<Buffer>): string {
  if (stats.isFIFO()) return 'a named pipe'
  if (stats.isSocket()) return 'a socket'
  return stats.isCharacterDevice() || stats.isBlockDevice() ? 'a device' : 'something unknown'
}
