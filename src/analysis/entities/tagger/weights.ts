import { labelCount } from './labels'

/** Features are known by this many bits of their hash. */
export const slotBits = 22
export const slotCount = 1 << slotBits

/** The slot of a feature's hash. */
export function slotOf(hash: number): number {
  return hash >>> (32 - slotBits)
}

/** Weights of a tagger: a row of `labelCount` small whole numbers for each known feature, in steps of `scale`. */
export interface TaggerWeights {
  /** The row of a slot, -1 when no feature there was worth keeping. */
  row(slot: number): number
  readonly values: Int8Array
  readonly scale: number
  /** From label to label, the start of a sentence in row `labelCount`. */
  readonly transition: Float32Array
}

/**
 * Reads a weights file: 'CRF1', rows, bytes of slots, scale; transitions; the slots as gaps of variable length; then
 * the weights, row by row, which are used where they lie in the file. Throws when the file is damaged.
 */
export function readWeights(file: Uint8Array, name: string): TaggerWeights {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const transitions = (labelCount + 1) * labelCount
  const head = 16 + transitions * 4
  if (file.byteLength < head || view.getUint32(0, true) !== 0x31465243) throw new Error(`${name} is damaged`)
  const rows = view.getUint32(4, true)
  const slotBytes = view.getUint32(8, true)
  if (file.byteLength !== head + slotBytes + rows * labelCount) throw new Error(`${name} is damaged`)
  const transition = Float32Array.from({ length: transitions }, (_, at) => view.getFloat32(16 + at * 4, true))
  // A bit for each slot, and how many rows come before each 32 of them: a look-up that misses touches one number.
  const bits = new Int32Array(slotCount >>> 5)
  const before = new Int32Array(slotCount >>> 5)
  let at = head
  let slot = -1
  for (let row = 0; row < rows; row++) {
    let gap = 0
    for (let shift = 0; ; shift += 7) {
      const byte = file[at++]!
      gap |= (byte & 127) << shift
      if (byte < 128) break
    }
    slot += gap + 1
    bits[slot >>> 5]! |= 1 << (slot & 31)
  }
  for (let block = 1, sum = 0; block < bits.length; block++) before[block] = sum += bitCount(bits[block - 1]!)
  const values = new Int8Array(file.buffer, file.byteOffset + head + slotBytes, rows * labelCount)
  return {
    row(wanted) {
      const block = wanted >>> 5
      const word = bits[block]!
      const bit = wanted & 31
      if (((word >>> bit) & 1) === 0) return -1
      return before[block]! + bitCount(word & ((1 << bit) - 1))
    },
    values, scale: view.getFloat32(12, true), transition
  }
}

function bitCount(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
