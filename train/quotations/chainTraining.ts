import {
  chainScratch,
  forwardBackward,
  mostFeatures,
  reserve,
  type ChainScratch,
  type FeatureWriter
} from '../../src/analysis/quotations/model/chain'
import { randomFrom } from './random'

/** A chain to learn from: the positions `from` to `to`, how to see them, and the right label of each. */
export interface ChainExample {
  readonly from: number
  readonly to: number
  readonly features: () => FeatureWriter
  readonly labels: Uint8Array
}

export interface ChainOptions {
  readonly labels: number
  readonly rows: number
  readonly epochs: number
  /** Step of AdaGrad. */
  readonly rate: number
  /** The pull to zero at each step of a weight, as a gradient (L1): what is seen seldom or helps little ends at zero. */
  readonly shrink: number
  /** The share of features that a position does not see while learning: none may be relied on alone. */
  readonly dropout: number
  /** A feature seen in fewer positions is not learned. */
  readonly leastCount: number
  /** By the low 24 bits of its hash, whether a feature may be learned; all may when it is absent. */
  readonly allowed?: Uint8Array
}

/** What training gives: a weight for each label in each of `rows`, which the low bits of a feature's hash choose. */
export interface TrainedChain {
  readonly labels: number
  readonly rows: number
  readonly weights: Float32Array
  readonly transitions: Float32Array
  /** See `countFeatures`. */
  readonly counts: Uint8Array
}

/**
 * Trains a conditional random field by AdaGrad with an L1 pull at each step of a weight, and averages the weights at the
 * ends of the second half of the epochs. `order(epoch)` gives the examples of an epoch: the caller seeds the shuffling.
 */
export function trainChain(
  order: (epoch: number) => Iterable<ChainExample>,
  options: ChainOptions,
  report: (line: string) => void
): TrainedChain {
  const { labels, rows, epochs, rate, shrink, dropout, leastCount, allowed } = options
  const random = randomFrom(rows + labels)
  // A row holds the weights of its labels and then the sums of their squared gradients, so that both are read at once.
  const width = labels * 2
  const table = new Float32Array(rows * width)
  const transitions = new Float32Array(labels * labels)
  const transitionSquares = new Float32Array(labels * labels)
  const scratch = chainScratch(labels)
  const counts = countFeatures(order(0))
  const learned = allowed ?? counts.map((count) => (count < leastCount ? 0 : 1))
  const average = new Float32Array(rows * labels)
  const averageTransitions = new Float64Array(labels * labels)
  let averaged = 0
  let places = new Int32Array(mostFeatures * 512)
  let ends = new Int32Array(512)
  for (let epoch = 0; epoch < epochs; epoch++) {
    let loss = 0
    for (const example of order(epoch)) loss += learn(example)
    if (epoch >= epochs >> 1) {
      averaged++
      for (let row = 0; row < rows; row++)
        for (let label = 0; label < labels; label++)
          average[row * labels + label]! += table[row * width + label] as number
      for (let index = 0; index < averageTransitions.length; index++)
        averageTransitions[index]! += transitions[index] as number
    }
    report(`epoch ${epoch + 1}: loss ${loss.toFixed(0)}`)
  }
  return {
    labels,
    rows,
    counts,
    weights: average.map((sum) => (sum / averaged) * (1 - dropout)),
    transitions: Float32Array.from(averageTransitions, (sum) => sum / averaged)
  }

  function learn({ from, to, features: see, labels: right }: ChainExample): number {
    const length = to - from
    reserve(scratch, labels, length)
    if (ends.length < length) {
      places = new Int32Array(mostFeatures * length * 2)
      ends = new Int32Array(length * 2)
    }
    const { scores, forward, backward, features } = scratch
    const write = see()
    let end = 0
    for (let at = 0; at < length; at++) {
      const count = write(from + at, features)
      const base = at * labels
      for (let label = 0; label < labels; label++) scores[base + label] = 0
      for (let index = 0; index < count; index++) {
        const hash = features[index] as number
        if (learned[hash & 0xffffff] === 0 || (dropout > 0 && random() < dropout)) continue
        const place = (hash & (rows - 1)) * width
        places[end++] = place
        for (let label = 0; label < labels; label++)
          scores[base + label] = (scores[base + label] as number) + (table[place + label] as number)
      }
      ends[at] = end
    }
    let rightScore = 0
    for (let at = 0; at < length; at++) {
      rightScore += scores[at * labels + (right[at] as number)] as number
      if (at > 0) rightScore += transitions[(right[at - 1] as number) * labels + (right[at] as number)] as number
    }
    const logarithm = forwardBackward({ labels, transitions }, length, scratch)
    updateTransitions(scratch, right, length)
    for (let at = 0; at < length; at++) {
      for (let label = 0; label < labels; label++) {
        const gradient =
          (forward[at * labels + label] as number) * (backward[at * labels + label] as number) -
          (right[at] === label ? 1 : 0)
        if (gradient < smallestGradient && gradient > -smallestGradient) continue
        const square = gradient * gradient
        for (let index = at === 0 ? 0 : (ends[at - 1] as number); index < (ends[at] as number); index++) {
          const place = (places[index] as number) + label
          const sum = (table[place + labels] as number) + square
          table[place + labels] = sum
          const step = rate / Math.sqrt(sum + 1e-3)
          const moved = (table[place] as number) - step * gradient
          const pull = step * shrink
          table[place] = moved > pull ? moved - pull : moved < -pull ? moved + pull : 0
        }
      }
    }
    return logarithm - rightScore
  }

  function updateTransitions({ forward, backward, scores }: ChainScratch, right: Uint8Array, length: number): void {
    const gradients = new Float64Array(labels * labels)
    const pair = new Float64Array(labels * labels)
    const steps = transitions.map(Math.exp)
    for (let at = 1; at < length; at++) {
      let sum = 0
      for (let a = 0; a < labels; a++) {
        for (let b = 0; b < labels; b++) {
          const value =
            (forward[(at - 1) * labels + a] as number) *
            (steps[a * labels + b] as number) *
            (scores[at * labels + b] as number) *
            (backward[at * labels + b] as number)
          pair[a * labels + b] = value
          sum += value
        }
      }
      for (let index = 0; index < pair.length; index++)
        gradients[index] = (gradients[index] as number) + (pair[index] as number) / sum
      const known = (right[at - 1] as number) * labels + (right[at] as number)
      gradients[known] = (gradients[known] as number) - 1
    }
    for (let index = 0; index < gradients.length; index++) {
      const gradient = gradients[index] as number
      transitionSquares[index]! += gradient * gradient
      transitions[index]! -= (rate * gradient) / Math.sqrt((transitionSquares[index] as number) + 1)
    }
  }
}

/** A smaller gradient is not worth its step: most tokens are surely outside. */
const smallestGradient = 3e-3

/** How often each feature occurs, by the low 24 bits of its hash, up to 255. */
export function countFeatures(examples: Iterable<ChainExample>): Uint8Array {
  const counts = new Uint8Array(1 << 24)
  const features = new Int32Array(mostFeatures)
  for (const { from, to, features: see } of examples) {
    const write = see()
    for (let at = from; at < to; at++) {
      const count = write(at, features)
      for (let index = 0; index < count; index++) {
        const place = (features[index] as number) & 0xffffff
        if ((counts[place] as number) < 255) counts[place]!++
      }
    }
  }
  return counts
}
