import assert from 'node:assert/strict'
import fc from 'fast-check'
import { labelCount } from '../../../src/analysis/entities/tagger/labels'
import {
  addSum,
  addWeights,
  readWeights,
  slotCount,
  sumWidth,
  writeScores
} from '../../../src/analysis/entities/tagger/weights'
import { writeWeights } from '../../../train/entities/writeWeights'
import { readModel } from './support'

const scale = 0.05
const transition = Float32Array.from({ length: (labelCount + 1) * labelCount }, (_, at) => at / 8)

function written(slots: readonly number[], values: readonly number[]): Uint8Array {
  const rowOf = new Int32Array(slotCount).fill(-1)
  slots.forEach((slot, row) => {
    rowOf[slot] = row
  })
  return writeWeights(
    {
      rowOf,
      weights: { rows: slots.length, emission: Float32Array.from(values, (value) => value * scale), transition }
    },
    scale
  )
}

describe('weights of the tagger', () => {
  const slot = fc.oneof(
    fc.integer({ min: 0, max: slotCount - 1 }),
    fc.integer({ min: 0, max: 70 }),
    fc.constantFrom(slotCount - 1, slotCount - 32)
  )
  const table = fc.uniqueArray(slot, { minLength: 1, maxLength: 20 }).chain((slots) =>
    fc.record({
      slots: fc.constant([...slots].sort((a, b) => a - b)),
      values: fc.array(fc.integer({ min: -127, max: 127 }), {
        minLength: slots.length * labelCount,
        maxLength: slots.length * labelCount
      }),
      asked: fc.array(fc.oneof(fc.constantFrom(...slots), slot), { maxLength: 200 }),
      shift: fc.integer({ min: 0, max: 3 })
    })
  )

  it('sum to what their rows say, wherever the file lies in memory (property)', () => {
    fc.assert(
      fc.property(table, ({ slots, values, asked, shift }) => {
        const file = written(slots, values)
        const held = new Uint8Array(file.length + shift)
        held.set(file, shift)
        const weights = readWeights(held.subarray(shift), 'names.bin')
        const hashes = Int32Array.from(asked, (wanted) => (wanted << 10) | 0x2a5)
        const halves = new Int32Array(2 * sumWidth)
        addWeights(weights, hashes, asked.length >> 1, halves, 0)
        addWeights(weights, hashes.subarray(asked.length >> 1), asked.length - (asked.length >> 1), halves, sumWidth)
        addSum(halves, sumWidth, halves, 0)
        const scores = new Float32Array(labelCount + 1)
        writeScores(weights, halves, 0, scores, 1)
        const wanted = Array.from({ length: labelCount }, (_, label) =>
          Math.fround(
            asked.reduce(
              (sum, one) => sum + (slots.includes(one) ? values[slots.indexOf(one) * labelCount + label]! : 0),
              0
            ) * Math.fround(scale)
          )
        )
        assert.deepEqual([...scores.subarray(1)], wanted)
        assert.deepEqual(weights.transition, transition)
      }),
      { numRuns: 10 }
    )
  }).timeout(60_000)

  it('have a file that its writer would write again', async () => {
    const file = await readModel('names.bin')
    const weights = readWeights(file, 'names.bin')
    const rowOf = new Int32Array(slotCount).fill(-1)
    let rows = 0
    for (let at = 0; at < slotCount; at++)
      if (((weights.index[(at >>> 5) << 1]! >>> (at & 31)) & 1) === 1) rowOf[at] = rows++
    const bytes = new Uint8Array(weights.lanes.buffer, weights.lanes.byteOffset, rows * 16)
    const emission = Float32Array.from({ length: rows * labelCount }, (_, at) => {
      const [row, label] = [Math.floor(at / labelCount), at % labelCount]
      return ((label === 16 ? weights.last[row]! : bytes[row * 16 + label]!) - 128) * weights.scale
    })
    assert.ok(
      Buffer.from(file).equals(
        writeWeights({ rowOf, weights: { rows, emission, transition: weights.transition } }, weights.scale)
      )
    )
  })

  it('of a damaged or older file are refused', () => {
    const file = written([3], Array<number>(labelCount).fill(1))
    for (const damaged of [
      file.subarray(1),
      file.subarray(0, -1),
      file.subarray(0, 10),
      Uint8Array.from(file, (byte, at) => (at === 3 ? 49 : byte))
    ])
      assert.throws(() => readWeights(damaged, 'names.bin'), /names\.bin is damaged/)
  })
})
