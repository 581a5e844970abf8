import assert from 'node:assert/strict'
import { noWeights, packWeights } from '../../../src/analysis/quotations/model/packing'
import {
  codeOf,
  readQuotationWeights,
  weightOf,
  writeQuotationWeights
} from '../../../src/analysis/quotations/model/modelFile'
import { habitColumns } from '../../../src/analysis/quotations/model/contentHabits'
import { packTagWeights, tagColumns } from '../../../src/analysis/quotations/model/partsOfSpeech'

/** A weight that the file can hold as it is. */
const weight = (index: number) => weightOf(codeOf((index * 9) % 127))

/** Each slot is taken but the third, which has no check either. */
const chain = (labels: number) => ({
  labels,
  slots: 4,
  unit: 0.5,
  transitions: Float32Array.from({ length: labels * labels }, (_, index) => index / 2),
  checks: Uint8Array.of(5, 63, 0, 9),
  weights: Int32Array.from({ length: 4 }, (_, slot) =>
    slot === 2
      ? noWeights
      : packWeights(
          Array.from({ length: labels - 1 }, (_, label) => weight(slot * 4 + label + 1) * (label % 2 === 0 ? 1 : -1))
        )
  )
})
const forest = (trees: number) => ({
  depth: 2,
  trees,
  start: -0.5,
  features: Uint8Array.from({ length: trees * 3 }, (_, index) => index),
  bounds: Float32Array.from({ length: trees * 3 }, (_, index) => (index === 1 ? Infinity : index / 4)),
  leaves: Float32Array.from({ length: trees * 4 }, (_, index) => (index % 2 === 0 ? index : -index) / 64)
})
const habits = (first: number) => Uint8Array.from({ length: habitColumns }, (_, index) => first + index)
const weights = {
  partsOfSpeech: {
    rows: 2,
    weights: packTagWeights(Int8Array.from({ length: 2 * tagColumns }, (_, index) => weight(index)))
  },
  cues: chain(3),
  roles: chain(5),
  choice: forest(1),
  acceptance: forest(2),
  calibration: Float32Array.of(0.25, 0.5),
  contentHabits: {
    general: habits(0),
    ofWord: new Map([
      [-7, habits(200)],
      [9, habits(100)]
    ])
  }
}

describe('quotations.bin', () => {
  it('reads what was written', () => {
    assert.deepEqual(readQuotationWeights(writeQuotationWeights(weights)), weights)
  })
  it('reads right from the middle of a larger buffer', () => {
    const file = writeQuotationWeights(weights)
    const larger = new Uint8Array(file.length + 14)
    larger.set(file, 7)
    assert.deepEqual(readQuotationWeights(larger.subarray(7, 7 + file.length)), weights)
  })
  it('refuses a file that is cut off, too long or another', () => {
    const file = writeQuotationWeights(weights)
    for (const bad of [
      file.subarray(0, file.length - 1),
      Uint8Array.of(...file, 0),
      new Uint8Array(64),
      new Uint8Array(0)
    ]) {
      assert.throws(() => readQuotationWeights(bad), /quotations\.bin is damaged/)
    }
  })
})
