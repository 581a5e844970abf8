import type { TaggerInput } from '../tagger/taggerInput'
import type { WordTypes } from '../tagger/wordTypes'
import { actingFeatures, mostActingFeatures } from './features'

/**
 * The logarithm of the odds that the place name at words `first` to `last` acts, by the words around it: a single-precision
 * number, so that it can be kept as one.
 */
export type ActingClassifier = (input: TaggerInput, types: WordTypes, first: number, last: number) => number

/** Where a place counts as acting: a little below one half, which follows ReLocaR where the sets pull apart. */
const threshold = 0.45
export const actingBar = Math.log(threshold / (1 - threshold))

export const actingSlots = 1 << 17

/** The slot of a feature's hash. */
export function actingSlot(hash: number): number {
  return hash >>> 15
}

/** Reads `acting.bin`: 'ACT1', the scale, then a signed byte for each slot. Throws when it is damaged. */
export function readActingClassifier(file: Uint8Array): ActingClassifier {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (file.byteLength !== 8 + actingSlots || view.getUint32(0, true) !== 0x31544341)
    throw new Error('acting.bin is damaged')
  const scale = view.getFloat32(4, true)
  const weights = new Int8Array(file.buffer, file.byteOffset + 8, actingSlots)
  const out = new Int32Array(mostActingFeatures)
  const counted = new Uint8Array(actingSlots)
  return (input, types, first, last) => {
    const count = actingFeatures(input, types, first, last, out)
    let sum = 0
    for (let f = 0; f < count; f++) {
      const slot = actingSlot(out[f]!)
      // A slot that several features share counts once.
      if (counted[slot] === 1) continue
      counted[slot] = 1
      sum += weights[slot]!
    }
    for (let f = 0; f < count; f++) counted[actingSlot(out[f]!)] = 0
    return Math.fround(sum * scale)
  }
}
