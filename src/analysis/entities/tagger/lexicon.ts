/** What the lexicon says about a word or phrase, one bit each. */
export const lexiconFlags = {
  firstName: 1,
  lastName: 2,
  country: 4,
  region: 8,
  largeCity: 16,
  city: 32,
  demonym: 64
} as const

/** Word classes by hash: two clusterings of word vectors, name lists and places. Unknown words read as row 0, all zero. */
export interface Lexicon {
  /** The row of a folded hash (see hashing.ts), 0 when unknown. */
  row(hash: number): number
  readonly cluster: Uint16Array
  readonly kind: Uint8Array
  readonly flags: Uint8Array
  /** Longest entry in words. */
  readonly longest: number
}

/**
 * Reads `lexicon.bin`: 'LEX1', entries, longest, bytes of keys; then keys as gaps (24-bit hashes in ascending order,
 * variable length), the clusters' low bytes, their high bytes, the second clusters, the flags. Throws when damaged.
 */
export function readLexicon(file: Uint8Array): Lexicon {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (file.byteLength < 16 || view.getUint32(0, true) !== 0x3158454c) throw new Error('lexicon.bin is damaged')
  const entries = view.getUint32(4, true)
  const longest = view.getUint32(8, true)
  const keyBytes = view.getUint32(12, true)
  if (file.byteLength !== 16 + keyBytes + entries * 4) throw new Error('lexicon.bin is damaged')
  const { keys, bucket } = readKeys(file.subarray(16, 16 + keyBytes), entries)
  const planes = file.subarray(16 + keyBytes)
  const plane = (index: number) => {
    const values = new Uint8Array(entries + 1)
    values.set(planes.subarray(index * entries, (index + 1) * entries), 1)
    return values
  }
  const cluster = new Uint16Array(entries + 1)
  for (let row = 1; row <= entries; row++) cluster[row] = planes[row - 1]! | (planes[entries + row - 1]! << 8)
  return {
    row(hash) {
      const wanted = hash >>> 8
      const end = bucket[(wanted >>> 8) + 1]!
      for (let entry = bucket[wanted >>> 8]!; entry < end; entry++) if (keys[entry] === wanted) return entry
      return 0
    },
    cluster,
    kind: plane(2),
    flags: plane(3),
    longest
  }
}

/** The keys are sorted, so a table of where each of their first 16 bits begins is all the index there is. */
function readKeys(gaps: Uint8Array, entries: number): { readonly keys: Int32Array; readonly bucket: Int32Array } {
  const keys = new Int32Array(entries + 1)
  const bucket = new Int32Array((1 << 16) + 1)
  let at = 0
  let key = -1
  let filled = 0
  for (let entry = 1; entry <= entries; entry++) {
    let gap = gaps[at++]!
    if (gap > 127) {
      gap &= 127
      for (let shift = 7, byte = 128; byte > 127; shift += 7) gap |= ((byte = gaps[at++]!) & 127) << shift
    }
    key += gap + 1
    keys[entry] = key
    while (filled <= key >>> 8) bucket[filled++] = entry
  }
  bucket.fill(entries + 1, filled)
  return { keys, bucket }
}
