import assert from 'node:assert/strict'
import { forestProbability } from '../../../src/analysis/quotations/model/forest'
import { boost } from '../../../train/quotations/boosting'

const options = { trees: 40, depth: 3, rate: 0.3, smoothing: 1, leastRows: 1, rowShare: 0.8, featureShare: 1 }

/** All pairs of numbers from 0 to 9, and with each what `truth` makes of it. */
function grid(truth: (x: number, y: number) => number) {
  const rows = Array.from({ length: 100 }, (_, index) => Float32Array.of(index % 10, Math.floor(index / 10)))
  return { rows, truth: Float32Array.from(rows, ([x = 0, y = 0]) => truth(x, y)) }
}

describe('forests', () => {
  it('follow one tree by hand: left, then right', () => {
    const forest = {
      depth: 2,
      trees: 1,
      start: 0,
      features: Uint8Array.of(0, 1, 1),
      bounds: Float32Array.of(5, 2, Infinity),
      leaves: Float32Array.of(-1, Math.log(3), 7, 9)
    }
    assert.equal(forestProbability(forest, Float32Array.of(5, 3)).toFixed(4), '0.7500')
    assert.equal(forestProbability(forest, Float32Array.of(6, 3)).toFixed(4), '0.9991')
  })
  it('learn what one feature alone does not tell', () => {
    const { rows, truth } = grid((x, y) => Number(x > 4 && y > 6))
    const forest = boost(rows, truth, options)
    rows.forEach((row, index) => {
      assert.equal(forestProbability(forest, row) > 0.5, truth[index] === 1, String(row))
    })
  })
  it('give the share of truth where rows are alike', () => {
    const rows = Array.from({ length: 200 }, () => Float32Array.of(1, 2))
    const forest = boost(
      rows,
      Float32Array.from(rows, (_, index) => Number(index % 4 === 0)),
      options
    )
    assert.ok(Math.abs(forestProbability(forest, Float32Array.of(1, 2)) - 0.25) < 0.01)
  })
  it('come out the same again', () => {
    const { rows, truth } = grid((x, y) => ((x * 7 + y * 3) % 10) / 10)
    assert.deepEqual(boost(rows, truth, options), boost(rows, truth, options))
  })
})
