import { spacelessWords } from '../util/spaceless'

/** Hashes of a quote's words, with which two quotes are compared. */
export interface Fingerprint {
  /** Hash of all words, 32 bits; equal for quotes that differ only in case, punctuation and white space. */
  readonly exact: number
  /** Number of words. */
  readonly words: number
  /** Hashes of every run of `runLength` words, ascending and without repetition; empty for shorter quotes. */
  readonly shingles: Uint32Array
}

const runLength = 4

/** Computes the fingerprint of a quote's text. Linear in the text. */
export function fingerprint(text: string): Fingerprint {
  const { hashes, words } = wordHashes(text.toLowerCase())
  let exact = hashes.length
  for (const hash of hashes) exact = mix(exact, hash)
  const shingles = new Uint32Array(Math.max(0, hashes.length - runLength + 1))
  for (let at = 0; at < shingles.length; at++) {
    let hash = 0
    for (let next = at; next < at + runLength; next++) hash = mix(hash, hashes[next]!)
    shingles[at] = hash
  }
  return { exact, words, shingles: withoutRepetition(shingles.sort()) }
}

/** A part of an array whose numbers ascend: from index `from` to before index `to`. */
export interface Stretch {
  readonly prints: Uint32Array
  readonly from: number
  readonly to: number
}

/** The share of the smaller set's numbers that the larger one has too, 0 to 1. */
export function containment(a: Stretch, b: Stretch): number {
  let both = 0
  for (let i = a.from, j = b.from; i < a.to && j < b.to;) {
    const inA = a.prints[i]!
    const inB = b.prints[j]!
    if (inA === inB) {
      both++
      i++
      j++
    } else if (inA < inB) i++
    else j++
  }
  return both / Math.max(1, Math.min(a.to - a.from, b.to - b.from))
}

/**
 * FNV-1a over the UTF-16 units of each run of letters and digits; in scripts without spaces between words each unit is hashed alone, and
 * `words` is about how many they are.
 */
function wordHashes(text: string): { readonly hashes: readonly number[]; readonly words: number } {
  const hashes: number[] = []
  let hash = 0
  let inside = false
  let spaceless = 0
  let units = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const words = spacelessWords(unit)
    if (words > 0 && isWordUnit(unit)) {
      if (inside) hashes.push(hash >>> 0)
      inside = false
      hashes.push(Math.imul(0x811c9dc5 ^ unit, 0x01000193) >>> 0)
      spaceless += words
      units++
    } else if (isWordUnit(unit)) {
      hash = Math.imul((inside ? hash : 0x811c9dc5) ^ unit, 0x01000193)
      inside = true
    } else if (inside) {
      hashes.push(hash >>> 0)
      inside = false
    }
  }
  if (inside) hashes.push(hash >>> 0)
  return { hashes, words: hashes.length - units + Math.ceil(spaceless) }
}

/**
 * Lower case ASCII letters and digits, and everything from U+00C0 on but the blocks of spaces, punctuation and symbols.
 */
function isWordUnit(unit: number): boolean {
  if (unit < 0x80) return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39)
  return unit >= 0xc0 && !(unit >= 0x2000 && unit <= 0x2bff) && !(unit >= 0x3000 && unit <= 0x303f) && unit !== 0xfeff
}

function withoutRepetition(sorted: Uint32Array): Uint32Array {
  let kept = 0
  for (let at = 0; at < sorted.length; at++) if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[kept++] = sorted[at]!
  return kept === sorted.length ? sorted : sorted.slice(0, kept)
}

/** Adds a hash to a combined hash, whose value depends on the order. Mixes bits as MurmurHash3's finalizer does. */
function mix(sum: number, hash: number): number {
  let mixed = Math.imul(sum ^ hash, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
