/** A quote's words as numbers: enough to tell whether two quotes are the same words again. */
export interface Fingerprint {
  /** Of all words; equal for quotes that differ only in case, marks and white space. */
  readonly exact: number
  readonly words: number
  /** Hashes of every run of four words, ascending and without repetition; empty for shorter quotes. */
  readonly shingles: Uint32Array
}

const run = 4

/** Reads a quote's words. Linear in the text. */
export function fingerprint(text: string): Fingerprint {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const hashes = words.map(hashWord)
  const exact = hashes.reduce((sum, hash) => mix(sum, hash), words.length)
  const shingles = new Set<number>()
  for (let at = 0; at + run <= hashes.length; at++) {
    let hash = 0
    for (let next = at; next < at + run; next++) hash = mix(hash, hashes[next]!)
    shingles.add(hash >>> 0)
  }
  return { exact: exact >>> 0, words: words.length, shingles: Uint32Array.from(shingles).sort() }
}

/** How much of the smaller set lies in the larger one, 0 to 1. Both ascending. */
export function containment(a: Uint32Array, b: Uint32Array): number {
  let both = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]! === b[j]!) {
      both++
      i++
      j++
    } else if (a[i]! < b[j]!) i++
    else j++
  }
  return both / Math.max(1, Math.min(a.length, b.length))
}

/** FNV-1a over UTF-16 units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

function mix(sum: number, hash: number): number {
  let mixed = Math.imul(sum ^ hash, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
