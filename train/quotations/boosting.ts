import { largestLeaf, leafUnit, type Forest } from '../../src/analysis/quotations/model/forest'
import { randomFrom } from './random'

export interface BoostingOptions {
  readonly trees: number
  readonly depth: number
  /** How much of each tree is believed. */
  readonly rate: number
  /** Added to the second derivatives of a leaf: small leaves say little. */
  readonly smoothing: number
  /** Rows in a leaf at least. */
  readonly leastRows: number
  /** The shares of the rows and of the features that a tree may look at for its splits. */
  readonly rowShare: number
  readonly featureShare: number
}

const bins = 48

/**
 * Boosts trees for the logistic loss over rows of features and their truth, a number from 0 to 1 (a half is allowed),
 * on a histogram of each feature. Each tree finds its splits in its own part of rows and features, drawn by a fixed seed,
 * and fills its leaves from all rows.
 */
export function boost(
  rows: readonly Float32Array[],
  truth: Float32Array,
  { trees, depth, rate, smoothing, leastRows, rowShare, featureShare }: BoostingOptions
): Forest {
  const count = rows.length
  const width = rows[0]?.length ?? 0
  const edges = Array.from({ length: width }, (_, feature) => edgesOf(rows, feature))
  const binned = edges.map((bounds, feature) => Uint8Array.from(rows, (row) => binOf(bounds, row[feature] as number)))
  const nodes = (1 << depth) - 1
  const features = new Uint8Array(trees * nodes)
  const bounds = new Float32Array(trees * nodes).fill(Infinity)
  const leaves = new Float32Array(trees * (nodes + 1))
  const mean = truth.reduce((sum, value) => sum + value, 0) / count
  const start = Math.log(mean / (1 - mean))
  const logits = new Float64Array(count).fill(start)
  const gradients = new Float64Array(count)
  const curvatures = new Float64Array(count)
  const random = randomFrom(count * 31 + width)
  const rowsOfTree = new Uint8Array(count)
  const featuresOfTree = new Uint8Array(width)
  for (let tree = 0; tree < trees; tree++) {
    for (let row = 0; row < count; row++) {
      const probability = 1 / (1 + Math.exp(-(logits[row] as number)))
      gradients[row] = (truth[row] as number) - probability
      curvatures[row] = probability * (1 - probability)
      rowsOfTree[row] = Number(random() < rowShare)
    }
    for (let feature = 0; feature < width; feature++) featuresOfTree[feature] = Number(random() < featureShare)
    const place = new Uint16Array(count)
    for (let level = 0; level < depth; level++) {
      const first = (1 << level) - 1
      const splits = bestSplits(place, first, 1 << level)
      splits.forEach((split, index) => {
        features[tree * nodes + first + index] = split.feature
        bounds[tree * nodes + first + index] =
          split.bin < 0 ? Infinity : (edges[split.feature]?.[split.bin] ?? Infinity)
      })
      for (let row = 0; row < count; row++) {
        const node = place[row] as number
        const split = splits[node - first]
        const right = split && split.bin >= 0 && (binned[split.feature]?.[row] as number) > split.bin
        place[row] = node * 2 + (right ? 2 : 1)
      }
    }
    const sums = new Float64Array(nodes + 1)
    const weights = new Float64Array(nodes + 1)
    for (let row = 0; row < count; row++) {
      const leaf = (place[row] as number) - nodes
      sums[leaf]! += gradients[row] as number
      weights[leaf]! += curvatures[row] as number
    }
    for (let leaf = 0; leaf <= nodes; leaf++)
      leaves[tree * (nodes + 1) + leaf] = leafOf(
        (rate * (sums[leaf] as number)) / ((weights[leaf] as number) + smoothing)
      )
    for (let row = 0; row < count; row++)
      logits[row]! += leaves[tree * (nodes + 1) + (place[row] as number) - nodes] as number
  }
  return { depth, trees, start, features, bounds, leaves }

  function bestSplits(place: Uint16Array, first: number, size: number): readonly { feature: number; bin: number }[] {
    const best = Array.from({ length: size }, () => ({ feature: 0, bin: -1, gain: 1e-6 }))
    const sums = new Float64Array(size * bins)
    const weights = new Float64Array(size * bins)
    const counts = new Uint32Array(size * bins)
    for (let feature = 0; feature < width; feature++) {
      if (featuresOfTree[feature] === 0) continue
      sums.fill(0)
      weights.fill(0)
      counts.fill(0)
      const column = binned[feature] as Uint8Array
      for (let row = 0; row < count; row++) {
        if (rowsOfTree[row] === 0) continue
        const at = ((place[row] as number) - first) * bins + (column[row] as number)
        sums[at]! += gradients[row] as number
        weights[at]! += curvatures[row] as number
        counts[at]!++
      }
      for (let node = 0; node < size; node++) {
        const total = (values: ArrayLike<number>) => sumOf(values, node * bins, (node + 1) * bins)
        const sum = total(sums)
        const weight = total(weights)
        const all = total(counts)
        const whole = (sum * sum) / (weight + smoothing)
        let leftSum = 0
        let leftWeight = 0
        let left = 0
        for (let bin = 0; bin < bins - 1; bin++) {
          const at = node * bins + bin
          leftSum += sums[at] as number
          leftWeight += weights[at] as number
          left += counts[at] as number
          if (left < leastRows || all - left < leastRows) continue
          const gain =
            leftSum ** 2 / (leftWeight + smoothing) + (sum - leftSum) ** 2 / (weight - leftWeight + smoothing) - whole
          const known = best[node]
          if (known && gain > known.gain) best[node] = { feature, bin, gain }
        }
      }
    }
    return best
  }
}

function sumOf(values: ArrayLike<number>, from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at++) sum += values[at] as number
  return sum
}

/** Bounds between bins that hold about equally many rows, and no bound twice. A bin holds what is not greater than its bound. */
function edgesOf(rows: readonly Float32Array[], feature: number): readonly number[] {
  const values = Float32Array.from(rows, (row) => row[feature] as number).sort()
  const distinct = [...new Set(values)]
  const edges =
    distinct.length <= bins
      ? distinct.slice(0, -1).map((value, index) => (value + (distinct[index + 1] as number)) / 2)
      : Array.from(
          { length: bins - 1 },
          (_, index) => values[Math.floor(((index + 1) * values.length) / bins)] as number
        )
  return [...new Set(edges.map(shortFloat))].sort((a, b) => a - b)
}

function binOf(bounds: readonly number[], value: number): number {
  let low = 0
  let high = bounds.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value > (bounds[middle] as number)) low = middle + 1
    else high = middle
  }
  return low
}

/** The nearest number that a leaf may be. */
function leafOf(value: number): number {
  return Math.max(-largestLeaf, Math.min(largestLeaf, Math.round(value / leafUnit))) * leafUnit
}

/** The nearest number towards zero that the upper half of a 32-bit float can hold. */
function shortFloat(value: number): number {
  const float = Float32Array.of(value)
  new Uint16Array(float.buffer)[0] = 0
  return float[0] as number
}
