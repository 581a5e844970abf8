import { joinedBytes } from '../../../util/joinedBytes'
import type { ChainModel } from './chain'
import { habitColumns, type ContentHabits } from './contentHabits'
import { leafUnit, type Forest } from './forest'
import { bias, noWeights, unpackWeight } from './packing'
import { packTagWeights, tagColumns, unpackTagWeights, type PartOfSpeechModel } from './partsOfSpeech'

/** All that is learned of quotations; `models/quotations.bin` holds it, its model card is `models/quotations.md`. */
export interface QuotationWeights {
  readonly partsOfSpeech: PartOfSpeechModel
  readonly cues: ChainModel
  readonly roles: ChainModel
  /** Which of several contents a cue reports. */
  readonly choice: Forest
  /** Whether what was chosen is an attribution at all. */
  readonly acceptance: Forest
  /** For each tenth of what the acceptance forest says, the share of attributions that were right. */
  readonly calibration: Float32Array
  readonly contentHabits: ContentHabits
}

const magic = 0x354f5551 // "QUO5"

/**
 * The file holds a weight as the root of its size in eight steps: small weights keep their differences. Of a table it
 * holds which slots are taken, a bit each, and then, column by column, the rows of those alone.
 */
const steps = 8
const largest = 127

/** The code in the file for a weight; `weightOf` gives the nearest weight that has a code. */
export function codeOf(weight: number): number {
  return Math.sign(weight) * Math.round(Math.sqrt(Math.abs(weight) / largest) * steps)
}

export function weightOf(code: number): number {
  return Math.sign(code) * Math.round(largest * (code / steps) ** 2)
}

/** Reads what `writeQuotationWeights` wrote. Throws when it is damaged or of another version. */
export function readQuotationWeights(file: Uint8Array): QuotationWeights {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  let at = 0
  const integer = () => {
    if (at + 4 > file.byteLength) throw new Error('quotations.bin is damaged')
    at += 4
    return view.getUint32(at - 4, true)
  }
  const floats = (count: number) => {
    if (at + count * 4 > file.byteLength) throw new Error('quotations.bin is damaged')
    at += count * 4
    return Float32Array.from({ length: count }, (_, index) => view.getFloat32(at - (count - index) * 4, true))
  }
  const shortFloats = (count: number) => {
    if (at + count * 2 > file.byteLength) throw new Error('quotations.bin is damaged')
    at += count * 2
    return new Float32Array(
      Uint32Array.from({ length: count }, (_, index) => view.getUint16(at - (count - index) * 2, true) << 16).buffer
    )
  }
  const bytes = (count: number) => {
    if (at + count > file.byteLength) throw new Error('quotations.bin is damaged')
    at += count
    return new Int8Array(file.buffer, file.byteOffset + at - count, count)
  }
  const chain = (): ChainModel => {
    const labels = integer()
    const slots = integer()
    const [unit = 1] = floats(1)
    const transitions = floats(labels * labels)
    const taken = takenSlots(bytes((slots + 7) >> 3))
    const { length } = taken
    const codes = bytes(length * labels)
    const checks = new Uint8Array(slots)
    const weights = new Int32Array(slots).fill(noWeights)
    // As packWeights does it, without an array for each of many slots.
    const unused = noWeights & (-1 << ((labels - 1) * 8))
    for (let index = 0; index < length; index++) {
      const slot = taken[index] as number
      checks[slot] = codes[index] as number
      let packed = labels < 5 ? unused : 0
      for (let shift = 0, at = length + index; shift < (labels - 1) * 8; shift += 8, at += length)
        packed |= (weightByCode[codes[at]! & 255]! + bias) << shift
      weights[slot] = packed
    }
    return { labels, slots, unit, transitions, checks, weights }
  }
  const forest = (): Forest => {
    const depth = integer()
    const trees = integer()
    const nodes = trees * ((1 << depth) - 1)
    const [start = 0] = floats(1)
    return {
      depth,
      trees,
      start,
      features: Uint8Array.from(bytes(nodes)),
      bounds: shortFloats(nodes),
      leaves: Float32Array.from(bytes(trees << depth), (leaf) => leaf * leafUnit)
    }
  }
  const contentHabits = (): ContentHabits => {
    const count = integer()
    if (at + count * 4 > file.byteLength) throw new Error('quotations.bin is damaged')
    const words = Int32Array.from({ length: count }, integer)
    const row = () => Uint8Array.from(bytes(habitColumns))
    return { general: row(), ofWord: new Map(Array.from(words, (word) => [word, row()])) }
  }
  if (integer() !== magic) throw new Error('quotations.bin is damaged')
  const rows = integer()
  const weights = {
    partsOfSpeech: { rows, weights: packTagWeights(decodeWeights(bytes(rows * tagColumns).slice())) },
    cues: chain(),
    roles: chain(),
    choice: forest(),
    acceptance: forest(),
    calibration: floats(integer()),
    contentHabits: contentHabits()
  }
  if (at !== file.byteLength) throw new Error('quotations.bin is damaged')
  return weights
}

/** The bytes of `models/quotations.bin`. The weights must be quantised. */
export function writeQuotationWeights({
  partsOfSpeech,
  cues,
  roles,
  choice,
  acceptance,
  calibration,
  contentHabits: { general, ofWord }
}: QuotationWeights): Uint8Array {
  const parts: Uint8Array[] = []
  const integer = (value: number) => {
    parts.push(new Uint8Array(Uint32Array.of(value).buffer))
  }
  const floats = (values: ArrayLike<number>) => {
    parts.push(new Uint8Array(Float32Array.from(values).buffer))
  }
  // The upper halves of floats whose lower ones are zero.
  const shortFloats = (values: Float32Array) => {
    parts.push(
      new Uint8Array(Uint16Array.from(new Uint32Array(Float32Array.from(values).buffer), (bits) => bits >>> 16).buffer)
    )
  }
  const bytes = (values: Int8Array | Float32Array) => {
    parts.push(new Uint8Array(Int8Array.from(values).buffer))
  }
  integer(magic)
  integer(partsOfSpeech.rows)
  bytes(unpackTagWeights(partsOfSpeech.weights).map(codeOf))
  for (const { labels, slots, unit, transitions, checks, weights } of [cues, roles]) {
    integer(labels)
    integer(slots)
    floats([unit])
    floats(transitions)
    const bits = new Int8Array((slots + 7) >> 3)
    for (let slot = 0; slot < slots; slot++)
      if (weights[slot] !== noWeights) bits[slot >> 3] = (bits[slot >> 3] as number) | (1 << (slot & 7))
    bytes(bits)
    const taken = takenSlots(bits)
    for (let column = 0; column < labels; column++) {
      bytes(
        Int8Array.from(taken, (slot) =>
          column === 0 ? (checks[slot] as number) : codeOf(unpackWeight(weights[slot] as number, column))
        )
      )
    }
  }
  for (const { depth, trees, start, features, bounds, leaves } of [choice, acceptance]) {
    integer(depth)
    integer(trees)
    floats([start])
    parts.push(features)
    shortFloats(bounds)
    bytes(leaves.map((leaf) => leaf / leafUnit))
  }
  integer(calibration.length)
  floats(calibration)
  integer(ofWord.size)
  for (const word of ofWord.keys()) integer(word)
  parts.push(general, ...ofWord.values())
  return joinedBytes(parts)
}

function takenSlots(bits: Int8Array): Int32Array {
  const taken = new Int32Array(bits.length * 8)
  let count = 0
  for (let index = 0; index < bits.length; index++) {
    for (let left = (bits[index] as number) & 255; left !== 0; left &= left - 1)
      taken[count++] = index * 8 + 31 - Math.clz32(left & -left)
  }
  return taken.subarray(0, count)
}

function decodeWeights(codes: Int8Array): Int8Array {
  for (let index = 0; index < codes.length; index++)
    codes[index] = weightByCode[(codes[index] as number) & 255] as number
  return codes
}

/** Looked up: a million weights are decoded while somebody waits for the first colours. */
const weightByCode = Int8Array.from({ length: 256 }, (_, byte) => weightOf((byte << 24) >> 24))
