import { followers, labelCount, leaders, mayBegin, mayEnd } from '../../src/analysis/entities/tagger/labels'
import { seededRandom, shuffled } from './random'

/** Stretches of words as numbers: features of word t are `features[featureStart[t] .. featureStart[t + 1]]`, -1 where unknown. */
export interface Examples {
  readonly sequenceStart: Int32Array
  readonly featureStart: Int32Array
  readonly features: Int32Array
  /** Bit l is set when label l is allowed: one bit for a fully annotated word. */
  readonly allowed: Int32Array
  /** How much a sequence counts. */
  readonly weight: Float32Array
  /** 1 where the sequence begins its sentence; elsewhere a word outside of all names stands before it. */
  readonly opens: Uint8Array
  /** Scores that are given and not learned (the first pass in the second), or null. */
  readonly given: Float32Array | null
}

export interface Weights {
  readonly rows: number
  readonly emission: Float32Array
  /** From label (row) to label; row `labelCount` is the sentence's start. */
  readonly transition: Float32Array
}

export interface TrainingOptions {
  readonly rounds: number
  readonly rate: number
  readonly dropout: number
  readonly l1: number
  readonly l2: number
  readonly seed: number
  /** Weights are averaged over the rounds from this one on. */
  readonly averageFrom: number
  /** Where transitions begin; nowhere in particular without it. */
  readonly transition?: Float32Array
  readonly onRound?: (round: number, weights: () => Weights) => void
}

const L = labelCount

/**
 * Trains a linear-chain conditional random field by AdaGrad with feature dropout (inverted), L1 (proximal) and L2;
 * words whose label is only partly known count by the sum over their allowed labels.
 */
export function trainCrf(examples: Examples, rows: number, options: TrainingOptions): Weights {
  const { sequenceStart, featureStart, features, allowed, given } = examples
  const { rate, dropout, l1, l2 } = options
  const random = seededRandom(options.seed)
  const emission = new Float32Array(rows * L)
  const squares = new Float32Array(rows * L)
  const transition = options.transition?.slice() ?? new Float32Array((L + 1) * L)
  const transitionSquares = new Float32Array((L + 1) * L)
  const sumEmission = new Float64Array(rows * L)
  const sumTransition = new Float64Array((L + 1) * L)
  let averaged = 0
  const sentences = sequenceStart.length - 1
  let longest = 0
  for (let s = 0; s < sentences; s++) longest = Math.max(longest, sequenceStart[s + 1]! - sequenceStart[s]!)
  const scores = new Float64Array(longest * L)
  const free = makeLattice(longest)
  const clamped = makeLattice(longest)
  const kept = new Int32Array(4096 * 4)
  const keptStart = new Int32Array(longest + 1)
  let keptRoom = kept
  const expTransition = new Float64Array((L + 1) * L)
  const scale = 1 / (1 - dropout)
  for (let round = 0; round < options.rounds; round++) {
    const order = shuffled(sentences, random)
    for (const s of order) {
      const from = sequenceStart[s]!
      const length = sequenceStart[s + 1]! - from
      const weight = examples.weight[s]!
      const start = examples.opens[s] ? L : 0
      if (length === 0 || weight === 0) continue
      const wanted = featureStart[from + length]! - featureStart[from]!
      if (wanted > keptRoom.length) keptRoom = new Int32Array(wanted * 2)
      let k = 0
      scores.fill(0, 0, length * L)
      for (let t = 0; t < length; t++) {
        keptStart[t] = k
        for (let f = featureStart[from + t]!; f < featureStart[from + t + 1]!; f++) {
          const row = features[f]!
          if (row < 0 || (dropout > 0 && random() < dropout)) continue
          keptRoom[k++] = row
          for (let l = 0, e = row * L, o = t * L; l < L; l++) scores[o + l]! += emission[e + l]!
        }
        for (let l = 0, o = t * L; l < L; l++)
          scores[o + l] = scores[o + l]! * scale + (given ? given[(from + t) * L + l]! : 0)
      }
      keptStart[length] = k
      for (let i = 0; i < expTransition.length; i++) expTransition[i] = Math.exp(transition[i]!)
      let single = true
      for (let t = 0; t < length; t++) {
        const mask = allowed[from + t]!
        if (mask & (mask - 1)) {
          single = false
          break
        }
      }
      forwardBackward(free, scores, expTransition, start, length, null, 0)
      if (!single) forwardBackward(clamped, scores, expTransition, start, length, allowed, from)
      for (let t = 0; t < length; t++) {
        const mask = allowed[from + t]!
        for (let l = 0; l < L; l++) {
          const truth = single ? (mask >>> l) & 1 : clamped.marginal[t * L + l]!
          const gradient = (truth - free.marginal[t * L + l]!) * weight
          if (gradient < 1e-3 && gradient > -1e-3) continue
          const g = gradient * scale
          for (let f = keptStart[t]!; f < keptStart[t + 1]!; f++) {
            const w = keptRoom[f]! * L + l
            const old = emission[w]!
            const slope = g - l2 * old
            const square = squares[w]! + slope * slope
            squares[w] = square
            const step = rate / (1e-2 + Math.sqrt(square))
            let value = old + step * slope
            const shrink = step * l1
            value = value > shrink ? value - shrink : value < -shrink ? value + shrink : 0
            emission[w] = value
          }
        }
      }
      updateTransitions(
        transition,
        transitionSquares,
        free,
        single ? null : clamped,
        allowed,
        from,
        start,
        length,
        weight,
        rate
      )
    }
    if (round >= options.averageFrom) {
      averaged++
      for (let i = 0; i < emission.length; i++) sumEmission[i]! += emission[i]!
      for (let i = 0; i < transition.length; i++) sumTransition[i]! += transition[i]!
    }
    options.onRound?.(round, current)
  }
  return current()

  function current(): Weights {
    if (averaged === 0) return { rows, emission, transition }
    return {
      rows,
      emission: Float32Array.from(sumEmission, (sum) => sum / averaged),
      transition: Float32Array.from(sumTransition, (sum) => sum / averaged)
    }
  }
}

interface Lattice {
  readonly forward: Float64Array
  readonly backward: Float64Array
  readonly exp: Float64Array
  readonly marginal: Float64Array
  /** Expected counts of transitions (from * L + to), the start's in row L. */
  readonly pairs: Float64Array
}

export function makeLattice(longest: number): Lattice {
  return {
    forward: new Float64Array(longest * L),
    backward: new Float64Array(longest * L),
    exp: new Float64Array(longest * L),
    marginal: new Float64Array(longest * L),
    pairs: new Float64Array((L + 1) * L)
  }
}

const begins = Array.from({ length: L }, (_, l) => mayBegin(l))
const ends = Array.from({ length: L }, (_, l) => mayEnd(l))

/** Marginals of labels and of transitions, scaled at each word so that nothing overflows. */
export function forwardBackward(
  lattice: Lattice,
  scores: Float64Array,
  expTransition: Float64Array,
  start: number,
  length: number,
  allowed: Int32Array | null,
  from: number
): void {
  const { forward, backward, exp, marginal, pairs } = lattice
  for (let t = 0; t < length; t++) {
    const o = t * L
    let most = -Infinity
    for (let l = 0; l < L; l++) if (scores[o + l]! > most) most = scores[o + l]!
    const mask = allowed ? allowed[from + t]! : -1
    for (let l = 0; l < L; l++) exp[o + l] = (mask >>> l) & 1 ? Math.exp(scores[o + l]! - most) : 0
  }
  for (let t = 0; t < length; t++) {
    const o = t * L
    let sum = 0
    for (let l = 0; l < L; l++) {
      let value = 0
      if (t === 0) value = begins[l] ? expTransition[start * L + l]! : 0
      else for (const before of leaders[l]!) value += forward[o - L + before]! * expTransition[before * L + l]!
      value *= exp[o + l]!
      forward[o + l] = value
      sum += value
    }
    const scale = sum > 0 ? 1 / sum : 1
    for (let l = 0; l < L; l++) forward[o + l]! *= scale
  }
  for (let t = length - 1; t >= 0; t--) {
    const o = t * L
    let sum = 0
    for (let l = 0; l < L; l++) {
      let value = 0
      if (t === length - 1) value = ends[l] ? 1 : 0
      else
        for (const next of followers[l]!)
          value += expTransition[l * L + next]! * exp[o + L + next]! * backward[o + L + next]!
      backward[o + l] = value
      sum += value
    }
    const scale = sum > 0 ? 1 / sum : 1
    for (let l = 0; l < L; l++) backward[o + l]! *= scale
  }
  pairs.fill(0)
  for (let t = 0; t < length; t++) {
    const o = t * L
    let sum = 0
    for (let l = 0; l < L; l++) sum += marginal[o + l] = forward[o + l]! * backward[o + l]!
    const scale = sum > 0 ? 1 / sum : 0
    for (let l = 0; l < L; l++) marginal[o + l]! *= scale
    if (t === 0) {
      for (let l = 0; l < L; l++) pairs[start * L + l]! += marginal[l]!
      continue
    }
    let total = 0
    for (let l = 0; l < L; l++) {
      const right = exp[o + l]! * backward[o + l]!
      if (right > 0)
        for (const before of leaders[l]!) total += forward[o - L + before]! * expTransition[before * L + l]! * right
    }
    const share = total > 0 ? 1 / total : 0
    for (let l = 0; l < L; l++) {
      const right = exp[o + l]! * backward[o + l]! * share
      if (right > 0)
        for (const before of leaders[l]!)
          pairs[before * L + l]! += forward[o - L + before]! * expTransition[before * L + l]! * right
    }
  }
}

function updateTransitions(
  transition: Float32Array,
  squares: Float32Array,
  free: Lattice,
  clamped: Lattice | null,
  allowed: Int32Array,
  from: number,
  start: number,
  length: number,
  weight: number,
  rate: number
): void {
  const truth = new Float64Array(clamped ? 0 : (L + 1) * L)
  if (!clamped) {
    let before = start
    for (let t = 0; t < length; t++) {
      const label = 31 - Math.clz32(allowed[from + t]!)
      truth[before * L + label]!++
      before = label
    }
  }
  for (let i = 0; i < transition.length; i++) {
    const gradient = ((clamped ? clamped.pairs[i]! : truth[i]!) - free.pairs[i]!) * weight
    if (gradient < 1e-4 && gradient > -1e-4) continue
    squares[i]! += gradient * gradient
    transition[i]! += (rate / (1e-2 + Math.sqrt(squares[i]!))) * gradient
  }
}
