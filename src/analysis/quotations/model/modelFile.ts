import type { ChainModel } from './chain'
import { tagColumns, type PartOfSpeechModel } from './partsOfSpeech'

/** All that is learned of quotations; `models/quotations.bin` holds it, its model card is `models/quotations.md`. */
export interface QuotationWeights {
  readonly partsOfSpeech: PartOfSpeechModel
  readonly cues: ChainModel
  readonly roles: ChainModel
  /** For each tenth of what the models make of a finding, the share of such findings that were right. */
  readonly calibration: Float32Array
}

const magic = 0x314f5551 // "QUO1"

/**
 * The file holds a weight as the root of its size in sixteen steps, column by column: small weights keep their
 * differences, and the file packs into half the room.
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
  const bytes = (count: number) => {
    if (at + count > file.byteLength) throw new Error('quotations.bin is damaged')
    at += count
    return new Int8Array(file.buffer, file.byteOffset + at - count, count).slice()
  }
  const chain = (): ChainModel => {
    const labels = integer()
    const slots = integer()
    const [unit = 1] = floats(1)
    const transitions = floats(labels * labels)
    const table = new Int8Array((labels + 1) * slots)
    for (let column = 0; column <= labels; column++) {
      bytes(slots).forEach((value, slot) => { table[slot * (labels + 1) + column] = column === 0 ? value : weightOf(value) })
    }
    return { labels, slots, unit, transitions, table }
  }
  if (integer() !== magic) throw new Error('quotations.bin is damaged')
  const rows = integer()
  const weights = { partsOfSpeech: { rows, weights: bytes(rows * tagColumns).map(weightOf) }, cues: chain(), roles: chain(), calibration: floats(integer()) }
  if (at !== file.byteLength) throw new Error('quotations.bin is damaged')
  return weights
}

/** The bytes of `models/quotations.bin`. The weights must be quantised. */
export function writeQuotationWeights({ partsOfSpeech, cues, roles, calibration }: QuotationWeights): Uint8Array {
  const parts: Uint8Array[] = []
  const integer = (value: number) => { parts.push(new Uint8Array(Uint32Array.of(value).buffer)) }
  const floats = (values: ArrayLike<number>) => { parts.push(new Uint8Array(Float32Array.from(values).buffer)) }
  const bytes = (values: Int8Array | Float32Array) => { parts.push(new Uint8Array(Int8Array.from(values).buffer)) }
  integer(magic)
  integer(partsOfSpeech.rows)
  bytes(Int8Array.from(partsOfSpeech.weights, codeOf))
  for (const { labels, slots, unit, transitions, table } of [cues, roles]) {
    integer(labels)
    integer(slots)
    floats([unit])
    floats(transitions)
    for (let column = 0; column <= labels; column++) {
      bytes(Int8Array.from({ length: slots }, (_, slot) => column === 0 ? table[slot * (labels + 1)] as number : codeOf(table[slot * (labels + 1) + column] as number)))
    }
  }
  integer(calibration.length)
  floats(calibration)
  const file = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    file.set(part, at)
    at += part.length
  }
  return file
}
