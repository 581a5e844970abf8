import type { ChainModel } from './chain'
import { habitColumns, type ContentHabits } from './contentHabits'
import { fileParts, writtenParts } from './fileParts'
import { readJudges, writeJudges, type Judges } from './judges'
import { bias, noWeights, unpackWeight } from './packing'
import { packTagWeights, tagColumns, unpackTagWeights, type PartOfSpeechModel } from './partsOfSpeech'

/** All that is learned of quotations; `models/quotations.bin` holds it, its model card is `models/quotations.md`. */
export interface QuotationWeights extends Judges {
  readonly partsOfSpeech: PartOfSpeechModel
  readonly cues: ChainModel
  readonly roles: ChainModel
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
  const part = fileParts(file, 'quotations.bin')
  const { integer, floats, bytes } = part
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
  const contentHabits = (): ContentHabits => {
    const count = integer()
    const words = Int32Array.from(part.integers(count))
    const row = () => Uint8Array.from(bytes(habitColumns))
    return { general: row(), ofWord: new Map(Array.from(words, (word) => [word, row()])) }
  }
  part.check(integer() === magic)
  const rows = integer()
  const weights = {
    partsOfSpeech: { rows, weights: packTagWeights(decodeWeights(bytes(rows * tagColumns).slice())) },
    cues: chain(),
    roles: chain(),
    ...readJudges(part),
    contentHabits: contentHabits()
  }
  part.end()
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
  const written = writtenParts()
  const { integer, floats, bytes } = written
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
  writeJudges(written, { choice, acceptance, calibration })
  integer(ofWord.size)
  for (const word of ofWord.keys()) integer(word)
  for (const row of [general, ...ofWord.values()]) written.raw(row)
  return written.file()
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
