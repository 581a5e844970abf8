import { bias } from './packing'

/**
 * A linear-chain conditional random field over hashed features. Label 0 is "outside", and the others, four at most, are
 * measured against it.
 *
 * A feature finds its slot, one of `slots` (a power of two), by the low bits of its hash and counts only when the slot's
 * check agrees with the next bits, up to 22 in all. `weights` holds the four weights of a slot in one number: see
 * `packWeights`. `transitions[from * labels + to]` weighs neighbours.
 */
export interface ChainModel {
  readonly labels: number
  readonly slots: number
  readonly checks: Uint8Array
  readonly weights: Int32Array
  /** What one step of a weight is worth. */
  readonly unit: number
  readonly transitions: Float32Array
}

/** Of a feature's hash only so many low bits count; the check is what of them the slot does not already say. */
export const hashMask = 0x3fffff

/**
 * Fills `features` with what is known at position `at`, as 32-bit hashes, and returns how many there are. Positions are
 * asked for from left to right.
 *
 * Where `ends` is given, the first features may be in parts that often say the same at many positions in a row: `ends`
 * gets where each part ends, and one that would only say again what it said at the position before may be left empty.
 * What follows the last part is of this position alone. Without `ends` everything is written.
 */
export type FeatureWriter = (at: number, features: Int32Array, ends?: Int32Array) => number

export const mostFeatures = 96
const mostParts = 4

/** Buffers for one chain of up to `length` positions; they grow when a longer one comes. */
export interface ChainScratch {
  length: number
  scores: Float64Array
  forward: Float64Array
  backward: Float64Array
  /** What each position's forward sums were divided by. */
  scales: Float64Array
  pointers: Uint8Array
  /** What each transition multiplies a probability by, as a float of half the size and exactly. */
  readonly steps: Float32Array
  readonly exactSteps: Float64Array
  readonly features: Int32Array
  readonly ends: Int32Array
  /** The sums of each part, and of what follows the last one: of the odd labels, of the even ones, and how many features are known. */
  readonly sums: Int32Array
}

export function chainScratch(labels: number, length = 256): ChainScratch {
  return {
    length,
    scores: new Float64Array(length * labels),
    forward: new Float64Array(length * labels),
    backward: new Float64Array(length * labels),
    scales: new Float64Array(length),
    pointers: new Uint8Array(length * labels),
    steps: new Float32Array(labels * labels),
    exactSteps: new Float64Array(labels * labels),
    features: new Int32Array(mostFeatures),
    ends: new Int32Array(mostParts + 1),
    sums: new Int32Array((mostParts + 1) * 3)
  }
}

export function reserve(scratch: ChainScratch, labels: number, length: number): void {
  if (length <= scratch.length) return
  const { scores, forward, backward, scales, pointers } = chainScratch(labels, length * 2)
  Object.assign(scratch, { length: length * 2, scores, forward, backward, scales, pointers })
}

/** Sums the weights of the features of positions `from` to `to` into `scratch.scores`. */
export function scoreChain(
  { labels, checks, weights, unit, slots }: ChainModel,
  write: FeatureWriter,
  from: number,
  to: number,
  scratch: ChainScratch
): void {
  reserve(scratch, labels, to - from)
  const { scores, features, ends, sums } = scratch
  const mask = slots - 1
  const shift = 31 - Math.clz32(slots)
  ends.fill(0)
  sums.fill(0)
  for (let at = from; at < to; at++) {
    ends[mostParts] = write(at, features, ends)
    let odd = 0
    let even = 0
    let known = 0
    let index = 0
    for (let part = 0; part <= mostParts; part++) {
      const end = ends[part]!
      const place = part * 3
      if (index < end || part === mostParts) {
        // Whether a feature is known is a coin's throw, and a branch on it would stall the processor half of the time: the
        // slots of those whose check agrees move up to the beginning. Only then are their weights fetched, which seldom
        // are at hand: so the processor waits for many of them at once.
        const begin = index
        let found = begin
        for (; index < end; index++) {
          const hash = features[index]!
          const slot = hash & mask
          features[found] = slot
          found += ((checks[slot]! ^ ((hash & hashMask) >>> shift)) - 1) >>> 31
        }
        let partOdd = 0
        let partEven = 0
        const partKnown = found - begin
        for (let hit = begin; hit < found; hit++) {
          const packed = weights[features[hit]!]!
          partOdd = (partOdd + (packed & 0xff00ff)) | 0
          partEven = (partEven + ((packed >>> 8) & 0xff00ff)) | 0
        }
        sums[place] = partOdd
        sums[place + 1] = partEven
        sums[place + 2] = partKnown
      }
      odd += sums[place]!
      even += sums[place + 1]!
      known += sums[place + 2]!
    }
    const base = (at - from) * labels
    const zero = known * bias
    scores[base] = 0
    scores[base + 1] = ((odd & 0xffff) - zero) * unit
    scores[base + 2] = ((even & 0xffff) - zero) * unit
    if (labels === 5) {
      scores[base + 3] = ((odd >>> 16) - zero) * unit
      scores[base + 4] = ((even >>> 16) - zero) * unit
    }
  }
}

/** The best labelling of the scored chain, into `path`. */
export function bestPath(
  { labels, transitions }: Pick<ChainModel, 'labels' | 'transitions'>,
  length: number,
  scratch: ChainScratch,
  path: Uint8Array
): void {
  const { scores, forward, pointers } = scratch
  for (let label = 0; label < labels; label++) forward[label] = scores[label] as number
  for (let at = 1; at < length; at++) {
    for (let label = 0; label < labels; label++) {
      let best = -Infinity
      let from = 0
      for (let before = 0; before < labels; before++) {
        const score = (forward[(at - 1) * labels + before] as number) + (transitions[before * labels + label] as number)
        if (score > best) {
          best = score
          from = before
        }
      }
      forward[at * labels + label] = best + (scores[at * labels + label] as number)
      pointers[at * labels + label] = from
    }
  }
  let label = 0
  for (let other = 1; other < labels; other++)
    if ((forward[(length - 1) * labels + other] as number) > (forward[(length - 1) * labels + label] as number))
      label = other
  for (let at = length - 1; at >= 0; at--) {
    path[at] = label
    label = pointers[at * labels + label] as number
  }
}

/**
 * Forward and backward sums of the scored chain, scaled at each position to add up to one. Afterwards
 * `forward[i] * backward[i]` is the probability of the label there. Returns the logarithm of the sum over all labellings.
 */
export function forwardBackward(
  { labels, transitions }: Pick<ChainModel, 'labels' | 'transitions'>,
  length: number,
  scratch: ChainScratch
): number {
  const { scores, forward, backward, scales, steps, exactSteps } = scratch
  for (let index = 0; index < transitions.length; index++)
    steps[index] = exactSteps[index] = Math.exp(transitions[index] as number)
  let logarithm = 0
  for (let at = 0; at < length; at++) {
    const base = at * labels
    let highest = -Infinity
    for (let label = 0; label < labels; label++) highest = Math.max(highest, scores[base + label] as number)
    logarithm += highest
    let sum = 0
    for (let label = 0; label < labels; label++) {
      const below = (scores[base + label] as number) - highest
      const emission = below === 0 ? 1 : Math.exp(below)
      scores[base + label] = emission
      let incoming = at === 0 ? 1 : 0
      if (at > 0)
        for (let before = 0; before < labels; before++)
          incoming += (forward[base - labels + before] as number) * (steps[before * labels + label] as number)
      forward[base + label] = emission * incoming
      sum += emission * incoming
    }
    for (let label = 0; label < labels; label++) forward[base + label] = (forward[base + label] as number) / sum
    scales[at] = sum
    logarithm += Math.log(sum)
  }
  for (let at = length - 1; at >= 0; at--) {
    const base = at * labels
    for (let label = 0; label < labels; label++) {
      let outgoing = at === length - 1 ? 1 : 0
      if (at < length - 1) {
        for (let after = 0; after < labels; after++) {
          outgoing +=
            (steps[label * labels + after] as number) *
            (scores[base + labels + after] as number) *
            (backward[base + labels + after] as number)
        }
        outgoing /= scales[at + 1] as number
      }
      backward[base + label] = outgoing
    }
  }
  return logarithm
}
