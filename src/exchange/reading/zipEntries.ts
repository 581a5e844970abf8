import { translatable } from '../../util/translate'

export interface ZipEntry {
  /** With slashes; a folder ends with one. */
  readonly path: string
  /** 0: stored, 8: deflated. */
  readonly method: number
  readonly isEncrypted: boolean
  readonly packed: Uint8Array
  /** Bytes when it is unpacked, as the zip says. */
  readonly size: number
}

/**
 * What a zip says is in it, by the directory at its end, as the programs of the world read it (PKWARE APPNOTE 4.3): nothing is
 * unpacked. A sentence for people where it cannot be read.
 */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end === -1) return translatable('It is no complete zip file')
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (at === 0xffffffff || count === 0xffff) return translatable('It is too large a zip file')
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index++) {
    const entry = at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50 && entryAt(view, bytes, at)
    if (!entry) return translatable('Its list of files is damaged')
    entries.push(entry)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** After it there is a comment of at most 65,535 bytes. */
function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === 0x06054b50) return at
  return -1
}

function entryAt(view: DataView, bytes: Uint8Array, at: number): ZipEntry | undefined {
  const flags = view.getUint16(at + 8, true)
  const packedSize = view.getUint32(at + 20, true)
  const nameLength = view.getUint16(at + 28, true)
  const header = view.getUint32(at + 42, true)
  if (header + 30 > bytes.length || view.getUint32(header, true) !== 0x04034b50) return undefined
  const begin = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
  if (begin + packedSize > bytes.length || at + 46 + nameLength > bytes.length) return undefined
  return {
    path: pathOf(bytes.subarray(at + 46, at + 46 + nameLength)),
    method: view.getUint16(at + 10, true),
    isEncrypted: (flags & 1) === 1,
    packed: bytes.subarray(begin, begin + packedSize),
    size: view.getUint32(at + 24, true)
  }
}

/** Many write UTF-8 without saying so; some on Windows write backslashes. */
function pathOf(bytes: Uint8Array): string {
  let path: string
  try {
    path = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    path = new TextDecoder('windows-1252').decode(bytes)
  }
  return path.replaceAll('\\', '/')
}
