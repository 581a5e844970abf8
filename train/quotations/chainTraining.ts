import { chainScratch, forwardBackward, mostFeatures, reserve, scoreChain, type ChainModel, type ChainScratch, type FeatureWriter } from '../../src/analysis/quotations/model/chain'

/** A chain to learn from: the positions `from` to `to`, how to see them, and the right label of each. */
export interface ChainExample {
  readonly from: number
  readonly to: number
  readonly features: () => FeatureWriter
  readonly labels: Uint8Array
  /** How much it counts; 1 unless said otherwise. */
  readonly weight?: number
}

export interface ChainOptions {
  readonly labels: number
  readonly rows: number
  readonly epochs: number
  /** Step of AdaGrad. */
  readonly rate: number
  /** What each step takes off a weight's size (L1), so that most weights end at zero. */
  readonly shrink: number
  /** A feature seen in fewer positions is not learned. */
  readonly leastCount: number
}

/**
 * Trains a conditional random field by AdaGrad with lazy L1 truncation, and averages the weights at the ends of the
 * second half of the epochs. `order(epoch)` gives the examples of an epoch, so that the caller seeds the shuffling.
 */
export function trainChain(order: (epoch: number) => Iterable<ChainExample>, options: ChainOptions, report: (line: string) => void): ChainModel {
  const { labels, rows, epochs } = options
  const weights = new Float32Array(rows * labels)
  const squares = new Float32Array(rows * labels)
  const touched = new Int32Array(rows)
  const transitions = new Float32Array(labels * labels)
  const transitionSquares = new Float32Array(labels * labels)
  const model: ChainModel = { labels, rows, weights, unit: 1, transitions }
  const scratch = chainScratch(labels)
  const allowed = countFeatures(order(0), options.leastCount)
  const average = new Float64Array(rows * labels)
  const averageTransitions = new Float64Array(labels * labels)
  let averaged = 0
  let step = 0
  const buffer = { rows: new Int32Array(mostFeatures * 512), counts: new Int32Array(512) }
  for (let epoch = 0; epoch < epochs; epoch++) {
    let loss = 0
    for (const example of order(epoch)) {
      step++
      loss += learn(example)
    }
    if (epoch >= epochs >> 1) {
      averaged++
      for (let row = 0; row < rows; row++) truncate(row)
      for (let index = 0; index < average.length; index++) average[index]! += weights[index] as number
      for (let index = 0; index < averageTransitions.length; index++) averageTransitions[index]! += transitions[index] as number
    }
    report(`epoch ${epoch + 1}: loss ${loss.toFixed(0)}`)
  }
  return { ...model, weights: Float32Array.from(average, (sum) => sum / averaged), transitions: Float32Array.from(averageTransitions, (sum) => sum / averaged) }

  function truncate(row: number): void {
    const steps = step - (touched[row] as number)
    touched[row] = step
    if (steps === 0) return
    for (let index = row * labels; index < (row + 1) * labels; index++) {
      const weight = weights[index] as number
      if (weight === 0) continue
      const shrink = options.shrink * steps * options.rate / Math.sqrt((squares[index] as number) + 1e-3)
      weights[index] = weight > shrink ? weight - shrink : weight < -shrink ? weight + shrink : 0
    }
  }

  function learn({ from, to, features, labels: right, weight = 1 }: ChainExample): number {
    const length = to - from
    reserve(scratch, labels, length)
    if (buffer.counts.length < length) Object.assign(buffer, { rows: new Int32Array(mostFeatures * length * 2), counts: new Int32Array(length * 2) })
    gather(features(), from, to)
    for (let at = 0; at < length; at++) {
      const base = at * labels
      for (let label = 0; label < labels; label++) scratch.scores[base + label] = 0
      for (let index = 0; index < (buffer.counts[at] as number); index++) {
        const row = buffer.rows[at * mostFeatures + index] as number
        if (touched[row] !== step) truncate(row)
        for (let label = 0; label < labels; label++) scratch.scores[base + label]! += weights[row * labels + label] as number
      }
    }
    let rightScore = 0
    for (let at = 0; at < length; at++) {
      rightScore += scratch.scores[at * labels + (right[at] as number)] as number
      if (at > 0) rightScore += transitions[(right[at - 1] as number) * labels + (right[at] as number)] as number
    }
    const logarithm = forwardBackward(model, length, scratch)
    updateTransitions(scratch, right, length, weight)
    for (let at = 0; at < length; at++) {
      for (let label = 0; label < labels; label++) {
        const gradient = weight * ((scratch.forward[at * labels + label] as number) * (scratch.backward[at * labels + label] as number) - (right[at] === label ? 1 : 0))
        if (Math.abs(gradient) < 1e-4) continue
        for (let index = 0; index < (buffer.counts[at] as number); index++) {
          const place = (buffer.rows[at * mostFeatures + index] as number) * labels + label
          const square = (squares[place] as number) + gradient * gradient
          squares[place] = square
          weights[place]! -= options.rate * gradient / Math.sqrt(square + 1e-3)
        }
      }
    }
    return logarithm - rightScore
  }

  function gather(write: FeatureWriter, from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const count = write(at, scratch.features)
      let kept = 0
      for (let index = 0; index < count; index++) {
        const hash = scratch.features[index] as number
        if ((allowed[hash >>> 8] as number) >= options.leastCount) buffer.rows[(at - from) * mostFeatures + kept++] = hash & rows - 1
      }
      buffer.counts[at - from] = kept
    }
  }

  function updateTransitions({ forward, backward, scores }: ChainScratch, right: Uint8Array, length: number, weight: number): void {
    const gradients = new Float64Array(labels * labels)
    const steps = transitions.map(Math.exp)
    for (let at = 1; at < length; at++) {
      let sum = 0
      const pair = new Float64Array(labels * labels)
      for (let a = 0; a < labels; a++) {
        for (let b = 0; b < labels; b++) {
          const value = (forward[(at - 1) * labels + a] as number) * (steps[a * labels + b] as number) * (scores[at * labels + b] as number) * (backward[at * labels + b] as number)
          pair[a * labels + b] = value
          sum += value
        }
      }
      for (let index = 0; index < pair.length; index++) gradients[index]! += (pair[index] as number) / sum
      gradients[(right[at - 1] as number) * labels + (right[at] as number)]! -= 1
    }
    for (let index = 0; index < gradients.length; index++) {
      const gradient = weight * (gradients[index] as number)
      transitionSquares[index]! += gradient * gradient
      transitions[index]! -= options.rate * gradient / Math.sqrt((transitionSquares[index] as number) + 1)
    }
  }
}

/** How often each feature occurs, by 24 bits of its hash, up to 255. */
function countFeatures(examples: Iterable<ChainExample>, least: number): Uint8Array {
  const counts = new Uint8Array(1 << 24)
  if (least <= 1) return counts.fill(1)
  const features = new Int32Array(mostFeatures)
  for (const { from, to, features: see } of examples) {
    const write = see()
    for (let at = from; at < to; at++) {
      const count = write(at, features)
      for (let index = 0; index < count; index++) {
        const place = (features[index] as number) >>> 8
        if ((counts[place] as number) < 255) counts[place]!++
      }
    }
  }
  return counts
}

/** Rounds the weights to whole steps in a signed byte; the few largest are cut off. */
export function quantize(model: ChainModel): ChainModel & { readonly weights: Int8Array } {
  const sizes = Float32Array.from(model.weights).filter((weight) => weight !== 0).map(Math.abs).sort()
  const unit = (sizes[Math.floor(sizes.length * 0.9995)] || 1) / 127
  return { ...model, unit, weights: Int8Array.from(model.weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / unit)))) }
}

export { scoreChain }
