import { Inflate } from 'fflate'
import { joinedBytes } from '../../util/joinedBytes'
import { workSlices } from '../../util/slices'
import { inWords, said, type Said } from '../../util/translate'
import type { GivenFile, ReadProblem } from '../importing/readDocument'
import { zipEntries, type ZipEntry } from './zipEntries'

export interface ZipLimits {
  readonly entries: number
  /** Bytes of all wanted files together, unpacked. */
  readonly bytes: number
}

const usualLimits: ZipLimits = { entries: 20_000, bytes: 200_000_000 }

export interface Unpacked {
  readonly files: readonly GivenFile[]
  readonly problems: readonly ReadProblem[]
}

export function isZip({ bytes }: GivenFile): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05)
}

/**
 * The given files, with those in zips in place of the zips, in slices of time. Never throws. What unpacks to more than the limits (all
 * zips together), has a path that leaves the zip, is encrypted or damaged is left out and told. Only what is `wanted`, by path, is
 * unpacked at all. Zips in zips stay as they are.
 */
export async function unpack(
  given: readonly GivenFile[],
  wanted: (path: string) => boolean = () => true,
  limits: ZipLimits = usualLimits
): Promise<Unpacked> {
  const files: GivenFile[] = []
  const problems: ReadProblem[] = []
  let left = limits.bytes
  for (const file of given) {
    if (!isZip(file)) {
      files.push(file)
      continue
    }
    const tell = (what: Said) => problems.push({ file: file.path, message: inWords(what), said: what })
    const entries = zipEntries(file.bytes)
    if (typeof entries === 'string') tell(said(entries))
    else if (entries.length > limits.entries) tell(said('It has more than {0} files in it', limits.entries))
    else {
      const seen = new Set<string>()
      for (const entry of entries) {
        if (entry.path.endsWith('/') || !wanted(entry.path)) continue
        if (seen.has(entry.path) || !isInside(entry.path)) {
          tell(said('A file in it has a path that is not allowed: {0}', entry.path.slice(0, 100)))
          continue
        }
        seen.add(entry.path)
        const bytes = await inflated(entry, left)
        if (bytes === 'too large') {
          tell(said('It unpacks to more than {0} MB', Math.round(limits.bytes / 1_000_000)))
          break
        }
        left -= entry.size // also of a damaged one: that has taken its time
        if (bytes === 'damaged') tell(said('A file in it is damaged or encrypted: {0}', entry.path.slice(0, 100)))
        else files.push({ path: entry.path, bytes })
      }
    }
  }
  return { files, problems }
}

function isInside(path: string): boolean {
  return !/^\/|^[a-z]:|\p{Cc}/iu.test(path) && !path.split('/').includes('..')
}

/** Compressed bytes that are unpacked at a time: they grow at most a thousandfold. */
const pieceLength = 4096

/** What the entry says of its size is not trusted: it is unpacked until it is too much. */
async function inflated(entry: ZipEntry, limit: number): Promise<Uint8Array | 'too large' | 'damaged'> {
  if (entry.size > limit) return 'too large'
  if (entry.isEncrypted || (entry.method !== 0 && entry.method !== 8)) return 'damaged'
  const { packed } = entry
  if (entry.method === 0) return packed.length === entry.size ? packed : 'damaged'
  const pieces: Uint8Array[] = []
  let length = 0
  let isComplete = false
  const inflate = new Inflate((piece, isLast) => {
    pieces.push(piece)
    length += piece.length
    isComplete = isLast
  })
  const slices = workSlices()
  try {
    for (let at = 0; at < packed.length; at += pieceLength) {
      inflate.push(packed.subarray(at, at + pieceLength), at + pieceLength >= packed.length)
      if (length > entry.size) return 'damaged'
      await slices.rest()
    }
  } catch {
    return 'damaged'
  }
  return isComplete && length === entry.size ? joinedBytes(pieces) : 'damaged'
}
