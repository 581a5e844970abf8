import { labelCount } from './labels'

/** Features are known by this many bits of their hash. */
export const slotBits = 22
export const slotCount = 1 << slotBits

/** The slot of a feature's hash. */
export function slotOf(hash: number): number {
  return hash >>> (32 - slotBits)
}

/** Numbers that a sum of weights takes, see `addWeights`. */
export const sumWidth = 9
/** Weights are bytes from 0 to 255 in file and memory; this one is a weight of nothing. */
export const weightOfNothing = 128

/** Weights of a tagger: a row of `labelCount` small whole numbers for each known feature, in steps of `scale`. */
export interface TaggerWeights {
  /** For each 32 slots: which of them have a row, a bit each, and how many rows come before. */
  readonly index: Int32Array
  /** Four numbers a row, four labels a number. */
  readonly lanes: Int32Array
  /** The last label, a byte a row. */
  readonly last: Uint8Array
  readonly scale: number
  /** From label to label, the start of a sentence in row `labelCount`. */
  readonly transition: Float32Array
}

/**
 * Reads a weights file: 'CRF2', rows, bytes of slots, scale; transitions; the slots as gaps of variable length and zeros
 * up to a multiple of four; then the weights but for the last label, row by row, and those of the last label. The weights
 * are used where they lie in the file. Throws when the file is damaged.
 */
export function readWeights(file: Uint8Array, name: string): TaggerWeights {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const transitions = (labelCount + 1) * labelCount
  const head = 16 + transitions * 4
  if (file.byteLength < head || view.getUint32(0, true) !== 0x32465243) throw new Error(`${name} is damaged`)
  const rows = view.getUint32(4, true)
  const slotBytes = view.getUint32(8, true)
  const begin = (head + slotBytes + 3) & ~3
  if (file.byteLength !== begin + rows * labelCount) throw new Error(`${name} is damaged`)
  // A file that a host hands over inside a larger buffer need not be aligned.
  const from = file.byteOffset + begin
  const lanes =
    from % 4 === 0
      ? new Int32Array(file.buffer, from, rows * 4)
      : new Int32Array(new Uint8Array(file.subarray(begin, begin + rows * 16)).buffer)
  return {
    index: readIndex(file.subarray(head, head + slotBytes), rows),
    lanes,
    last: file.subarray(begin + rows * 16),
    scale: view.getFloat32(12, true),
    transition: Float32Array.from({ length: transitions }, (_, at) => view.getFloat32(16 + at * 4, true))
  }
}

function readIndex(gaps: Uint8Array, rows: number): Int32Array {
  const index = new Int32Array(slotCount >>> 4)
  let at = 0
  let slot = -1
  let block = -1
  for (let row = 0; row < rows; row++) {
    let gap = gaps[at++]!
    if (gap > 127) {
      gap &= 127
      for (let shift = 7, byte = 128; byte > 127; shift += 7) gap |= ((byte = gaps[at++]!) & 127) << shift
    }
    slot += gap + 1
    while (block < slot >>> 5) index[2 * ++block + 1] = row
    index[2 * block]! |= 1 << (slot & 31)
  }
  return index
}

/**
 * Adds the rows of features, known by their hashes, to the sum at `sums[base …]`; `hashes` is overwritten. A sum is `sumWidth` numbers: eight hold
 * two labels each, side by side, so that one addition does for both; the ninth holds the last label and the number of
 * rows. It has room for 256 rows.
 */
export function addWeights(
  { index, lanes, last }: TaggerWeights,
  hashes: Int32Array,
  count: number,
  sums: Int32Array,
  base: number
): void {
  // The rows first: whether a feature has one is a coin's throw, on which no branch is guessed right, and when all of them
  // are known the processor waits for many at once.
  let found = 0
  for (let f = 0; f < count; f++) {
    const slot = hashes[f]! >>> (32 - slotBits)
    const block = (slot >>> 5) << 1
    const bits = index[block]!
    const bit = slot & 31
    hashes[found] = index[block + 1]! + bitCount(bits & ((1 << bit) - 1))
    found += (bits >>> bit) & 1
  }
  let s0 = sums[base]!
  let s1 = sums[base + 1]!
  let s2 = sums[base + 2]!
  let s3 = sums[base + 3]!
  let s4 = sums[base + 4]!
  let s5 = sums[base + 5]!
  let s6 = sums[base + 6]!
  let s7 = sums[base + 7]!
  let s8 = sums[base + 8]!
  for (let f = 0; f < found; f++) {
    const row = hashes[f]!
    const lane = row << 2
    const l0 = lanes[lane]!
    const l1 = lanes[lane + 1]!
    const l2 = lanes[lane + 2]!
    const l3 = lanes[lane + 3]!
    s0 = (s0 + (l0 & 0xff00ff)) | 0
    s1 = (s1 + ((l0 >>> 8) & 0xff00ff)) | 0
    s2 = (s2 + (l1 & 0xff00ff)) | 0
    s3 = (s3 + ((l1 >>> 8) & 0xff00ff)) | 0
    s4 = (s4 + (l2 & 0xff00ff)) | 0
    s5 = (s5 + ((l2 >>> 8) & 0xff00ff)) | 0
    s6 = (s6 + (l3 & 0xff00ff)) | 0
    s7 = (s7 + ((l3 >>> 8) & 0xff00ff)) | 0
    s8 = (s8 + (last[row]! | 0x10000)) | 0
  }
  sums[base] = s0
  sums[base + 1] = s1
  sums[base + 2] = s2
  sums[base + 3] = s3
  sums[base + 4] = s4
  sums[base + 5] = s5
  sums[base + 6] = s6
  sums[base + 7] = s7
  sums[base + 8] = s8
}

/** Adds the sum at `from[source …]` to the one at `sums[base …]`. */
export function addSum(from: Int32Array, source: number, sums: Int32Array, base: number): void {
  for (let at = 0; at < sumWidth; at++) sums[base + at]! += from[source + at]!
}

/** Writes a sum as one score for each label, in the weights' own unit. */
export function writeScores(
  { scale }: TaggerWeights,
  sums: Int32Array,
  base: number,
  scores: Float32Array,
  to: number
): void {
  const zero = (sums[base + 8]! >>> 16) * weightOfNothing
  for (let lane = 0; lane < 8; lane++) {
    const both = sums[base + lane]!
    const label = to + ((lane >>> 1) << 2) + (lane & 1)
    scores[label] = ((both & 0xffff) - zero) * scale
    scores[label + 2] = ((both >>> 16) - zero) * scale
  }
  scores[to + 16] = ((sums[base + 8]! & 0xffff) - zero) * scale
}

function bitCount(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
