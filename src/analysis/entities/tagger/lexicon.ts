/** What the lexicon says about a word or phrase, one bit each. */
export const lexiconFlags = { firstName: 1, lastName: 2, country: 4, region: 8, largeCity: 16, city: 32, demonym: 64 } as const

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
  const bits = Math.max(4, 33 - Math.clz32(entries * 2))
  const mask = (1 << bits) - 1
  const keys = new Int32Array(1 << bits).fill(-1)
  const rows = new Int32Array(1 << bits)
  let at = 16
  let key = -1
  for (let entry = 1; entry <= entries; entry++) {
    let gap = 0
    for (let shift = 0; ; shift += 7) {
      const byte = file[at++]!
      gap |= (byte & 127) << shift
      if (byte < 128) break
    }
    key += gap + 1
    let slot = Math.imul(key, 0x9e3779b1) >>> (32 - bits)
    while (keys[slot] !== -1) slot = (slot + 1) & mask
    keys[slot] = key
    rows[slot] = entry
  }
  const planes = file.subarray(16 + keyBytes)
  const plane = (index: number) => {
    const values = new Uint8Array(entries + 1)
    values.set(planes.subarray(index * entries, (index + 1) * entries), 1)
    return values
  }
  const low = plane(0)
  const high = plane(1)
  return {
    row(hash) {
      const wanted = hash >>> 8
      for (let slot = Math.imul(wanted, 0x9e3779b1) >>> (32 - bits); keys[slot] !== -1; slot = (slot + 1) & mask) if (keys[slot] === wanted) return rows[slot]!
      return 0
    },
    cluster: Uint16Array.from(low, (value, row) => value | (high[row]! << 8)), kind: plane(2), flags: plane(3), longest
  }
}
