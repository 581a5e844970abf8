import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Decompress } from 'fzstd'
import { longestArticle } from '../article'
import type { FilePath } from './filePaths'
import { readChunks } from './openFile'

/** A file's name without the ending that says how it is packed. */
export function unpackedName(name: string): string {
  return name.replace(/\.(?:gz|zst)$/i, '')
}

/** The bytes of a file as a stream; of `.gz` and `.zst` what is packed in it. Rejects where that is damaged or cut off. */
export function readUnpacked(path: FilePath): AsyncGenerator<Uint8Array> {
  if (/\.gz$/i.test(path.name)) return gunzipped(path)
  return /\.zst$/i.test(path.name) ? unZstd(path) : readChunks(path)
}

/** The bytes of a file, unpacked. Stops where there are so many that `decodeText` will say "too large" anyway. */
export async function readBytes(path: FilePath): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of readUnpacked(path)) {
    chunks.push(chunk)
    length += chunk.length
    if (length > 3 * longestArticle) break
  }
  return Buffer.concat(chunks)
}

async function* gunzipped(path: FilePath): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  // What goes wrong on the way comes out where the bytes do.
  pipeline(Readable.from(readChunks(path)), gunzip, () => undefined)
  try {
    yield* gunzip as AsyncIterable<Uint8Array>
  } catch (error) {
    throw isZlibError(error) ? new Error(`its gzip is damaged: ${error.message}`, { cause: error }) : error
  } finally {
    gunzip.destroy()
  }
}

async function* unZstd(path: FilePath): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = []
  const decompress = new Decompress((piece) => void pieces.push(piece))
  const take = (chunk: Uint8Array, isLast: boolean) => {
    try {
      decompress.push(chunk, isLast)
    } catch (error) {
      throw new Error(`its zstd is damaged: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error
      })
    }
    const taken = pieces
    pieces = []
    return taken
  }
  for await (const chunk of readChunks(path)) yield* take(chunk, false)
  yield* take(new Uint8Array(0), true)
}

function isZlibError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /^(?:Z_|ERR_.*ZLIB)/.test(String(error.code))
}
