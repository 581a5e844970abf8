import { deepEqual, throws } from 'node:assert/strict'
import type { Forest } from '../../../src/analysis/quotations/model/forest'
import { readJudgesFile, writeJudgesFile } from '../../../src/analysis/quotations/model/judges'

/** One tree of one level: right of 0.5 in a feature it says so much more. */
function stump(feature: number, leaf: number): Forest {
  return {
    ...{ depth: 1, trees: 1, start: 0.25 },
    ...{ features: Uint8Array.of(feature), bounds: Float32Array.of(0.5), leaves: Float32Array.of(-leaf, leaf) }
  }
}

const judges = { choice: stump(3, 0.0625), acceptance: stump(9, 0.125), calibration: Float32Array.of(0, 0.5, 1) }

describe('judges.bin', () => {
  it('reads what was written', () => {
    deepEqual(readJudgesFile(writeJudgesFile(judges)), judges)
  })
  it('refuses a file that is cut off anywhere, too long or another', () => {
    const file = writeJudgesFile(judges)
    for (let length = 0; length < file.length; length++)
      throws(() => readJudgesFile(file.subarray(0, length)), /judges\.bin is damaged/)
    throws(() => readJudgesFile(Uint8Array.of(...file, 0)), /judges\.bin is damaged/)
    throws(() => readJudgesFile(new Uint8Array(file.length)), /judges\.bin is damaged/)
  })
})
