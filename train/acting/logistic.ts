import { actingSlots } from '../../src/analysis/entities/acting/classifier'
import { seededRandom, shuffled } from '../entities/random'
import type { ActingExample } from './data'

export interface LogisticOptions {
  readonly rounds: number
  readonly rate: number
  readonly dropout: number
  readonly l2: number
  readonly seeds: readonly number[]
}

/** Logistic regression by AdaGrad with feature dropout; weights averaged over the second half of the rounds and over the seeds. */
export function trainLogistic(
  examples: readonly ActingExample[],
  weighing: (example: ActingExample) => number,
  options: LogisticOptions
): Float64Array {
  const average = new Float64Array(actingSlots)
  for (const seed of options.seeds)
    trainOnce(examples, weighing, options, seed).forEach((weight, slot) => {
      average[slot]! += weight / options.seeds.length
    })
  return average
}

function trainOnce(
  examples: readonly ActingExample[],
  weighing: (example: ActingExample) => number,
  options: LogisticOptions,
  seed: number
): Float64Array {
  const { rate, dropout, l2 } = options
  const random = seededRandom(seed)
  const weights = new Float64Array(actingSlots)
  const squares = new Float64Array(actingSlots)
  const average = new Float64Array(actingSlots)
  const kept = new Int32Array(1024)
  const half = options.rounds >> 1
  for (let round = 0; round < options.rounds; round++) {
    for (const at of shuffled(examples.length, random)) {
      const example = examples[at]!
      const weight = weighing(example)
      if (weight === 0) continue
      let n = 0
      let sum = 0
      for (const slot of example.slots)
        if (random() >= dropout) {
          kept[n++] = slot
          sum += weights[slot]!
        }
      const gradient = (((example.acting ? 1 : 0) - 1 / (1 + Math.exp(-sum / (1 - dropout)))) * weight) / (1 - dropout)
      for (let k = 0; k < n; k++) {
        const slot = kept[k]!
        const slope = gradient - l2 * weights[slot]!
        squares[slot]! += slope * slope
        weights[slot]! += (rate / (0.1 + Math.sqrt(squares[slot]!))) * slope
      }
    }
    if (round >= half)
      for (let slot = 0; slot < actingSlots; slot++) average[slot]! += weights[slot]! / (options.rounds - half)
  }
  return average
}

/** The sum of an example's weights: above 0 it acts. */
export function scoreExample(example: ActingExample, weights: Float64Array): number {
  let sum = 0
  for (const slot of example.slots) sum += weights[slot]!
  return sum
}
