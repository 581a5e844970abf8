import assert from 'node:assert/strict'
import fc from 'fast-check'
import { noWeights, packWeights } from '../../../src/analysis/quotations/model/packing'
import { likelyStretches, stretchProbability } from '../../../src/analysis/quotations/model/stretches'
import { bestPath, chainScratch, forwardBackward, scoreChain } from '../../../src/analysis/quotations/model/chain'

const labels = 3
const number = fc.double({ min: -3, max: 3, noNaN: true })
const chain = fc.record({
  transitions: fc.array(number, { minLength: labels * labels, maxLength: labels * labels }),
  scores: fc.array(fc.array(number, { minLength: labels, maxLength: labels }), { minLength: 1, maxLength: 5 })
})

/** All labellings with their scores: what the two algorithms must agree with. */
function* everyPath(
  scores: readonly (readonly number[])[],
  transitions: Float32Array,
  path: readonly number[] = [],
  score = 0
): Generator<{ path: readonly number[]; score: number }> {
  const at = path.length
  if (at === scores.length) {
    yield { path, score }
    return
  }
  for (let label = 0; label < labels; label++) {
    const step = at === 0 ? 0 : (transitions[(path[at - 1] ?? 0) * labels + label] ?? 0)
    yield* everyPath(scores, transitions, [...path, label], score + step + (scores[at]?.[label] ?? 0))
  }
}

describe('chains', () => {
  it('a feature counts when its check agrees, and never for outside', () => {
    // The check is what two bits of the hash leave of 22.
    const model = {
      labels,
      slots: 4,
      checks: Uint8Array.of(1, 0, 3, 0),
      weights: Int32Array.of(packWeights([10, -10]), noWeights, packWeights([4, 6]), noWeights),
      unit: 0.5,
      transitions: new Float32Array(labels * labels)
    }
    const scratch = chainScratch(labels)
    const known = 1 << 2
    const stranger = 2 << 2
    const other = (3 << 2) | 2
    scoreChain(
      model,
      (_at, features) => {
        features.set([known, stranger, other])
        return 3
      },
      0,
      1,
      scratch
    )
    assert.deepEqual([...scratch.scores.subarray(0, labels)], [0, 7, -2])
  })
  it('a part that is left empty says what it said at the position before', () => {
    const model = {
      labels,
      slots: 4,
      checks: new Uint8Array(4),
      weights: Int32Array.of(packWeights([1, 0]), packWeights([0, 2]), packWeights([4, 0]), noWeights),
      unit: 1,
      transitions: new Float32Array(labels * labels)
    }
    const scratch = chainScratch(labels)
    scoreChain(
      model,
      (at, features, ends) => {
        const first = at === 0 ? [0] : []
        const second = at === 0 ? [1] : at === 2 ? [1, 1] : []
        const all = [...first, ...second, 2]
        features.set(all)
        ends?.fill(all.length - 1, 0, 4)
        ends?.fill(first.length, 0, 1)
        return all.length
      },
      0,
      3,
      scratch
    )
    assert.deepEqual([...scratch.scores.subarray(0, labels * 3)], [0, 5, 2, 0, 5, 2, 0, 5, 4])
  })
  it('the best path is the best of all paths', () => {
    fc.assert(
      fc.property(chain, ({ transitions, scores }) => {
        const model = { labels, transitions: Float32Array.from(transitions) }
        const scratch = chainScratch(labels)
        scratch.scores.set(scores.flat())
        const path = new Uint8Array(8)
        bestPath(model, scores.length, scratch, path)
        const all = [...everyPath(scores, model.transitions)]
        const found = all.find((one) => one.path.every((label, at) => path[at] === label))
        assert.ok((found?.score ?? -Infinity) >= Math.max(...all.map(({ score }) => score)) - 1e-6)
      })
    )
  })
  it('the probabilities are the shares of all paths', () => {
    fc.assert(
      fc.property(chain, ({ transitions, scores }) => {
        const model = { labels, transitions: Float32Array.from(transitions) }
        const scratch = chainScratch(labels)
        scratch.scores.set(scores.flat())
        const logarithm = forwardBackward(model, scores.length, scratch)
        const all = [...everyPath(scores, model.transitions)].map(({ path, score }) => ({
          path,
          weight: Math.exp(score)
        }))
        const total = all.reduce((sum, { weight }) => sum + weight, 0)
        assert.ok(Math.abs(logarithm - Math.log(total)) < 1e-4)
        for (let at = 0; at < scores.length; at++) {
          for (let label = 0; label < labels; label++) {
            const share =
              all.filter(({ path }) => path[at] === label).reduce((sum, { weight }) => sum + weight, 0) / total
            const place = at * labels + label
            assert.ok(Math.abs((scratch.forward[place] ?? 0) * (scratch.backward[place] ?? 0) - share) < 1e-4)
          }
        }
      })
    )
  })
  it('the probability of a stretch is the share of the paths that have it', () => {
    fc.assert(
      fc.property(chain, ({ transitions, scores }) => {
        const model = { labels, transitions: Float32Array.from(transitions) }
        const scratch = chainScratch(labels)
        scratch.scores.set(scores.flat())
        const length = scores.length
        forwardBackward(model, length, scratch)
        const all = [...everyPath(scores, model.transitions)].map(({ path, score }) => ({
          path,
          weight: Math.exp(score)
        }))
        const total = all.reduce((sum, { weight }) => sum + weight, 0)
        const has = (path: readonly number[], start: number, end: number) =>
          path[start] === 1 && path.slice(start + 1, end).every((label) => label === 2) && path[end] !== 2
        const found = likelyStretches(model, length, scratch, 1, 0)
        for (let start = 0; start < length; start++) {
          for (let end = start + 1; end <= length; end++) {
            const weight =
              all.filter(({ path }) => has(path, start, end)).reduce((sum, one) => sum + one.weight, 0) / total
            assert.ok(Math.abs(stretchProbability(model, length, scratch, 1, { start, end }) - weight) < 1e-4)
            if (weight > 0.0201)
              assert.ok(
                found.some((one) => one.start === start && one.end === end && Math.abs(one.probability - weight) < 1e-4)
              )
          }
        }
      })
    )
  })
})
