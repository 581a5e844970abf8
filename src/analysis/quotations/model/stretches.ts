import type { ChainModel, ChainScratch } from './chain'

/** Positions of a chain, half open, that one label begins and its neighbour, the next number, goes on with. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

type Weights = Pick<ChainModel, 'labels'>

const leastStretch = 0.02

/**
 * Stretches of the label `begin` with their probability in the chain, the likely ones first; only those that begin with
 * at least the probability `leastBegin`. `forwardBackward` has been run on `scratch`.
 */
export function likelyStretches(
  model: Weights,
  length: number,
  scratch: ChainScratch,
  begin: number,
  leastBegin: number
): readonly (Stretch & { readonly probability: number })[] {
  const found: (Stretch & { readonly probability: number })[] = []
  for (let start = 0; start < length; start++) {
    let probability = share(model.labels, scratch, start, begin)
    if (probability < leastBegin) continue
    for (let end = start + 1; end <= length && probability >= leastStretch; end++) {
      const goesOn = end < length ? step(model, scratch, end, end === start + 1 ? begin : begin + 1, begin + 1) : 0
      const ends = probability * (1 - goesOn)
      if (ends >= leastStretch) found.push({ start, end, probability: ends })
      probability *= goesOn
    }
  }
  return found.sort((a, b) => b.probability - a.probability || a.start - b.start || a.end - b.end)
}

/** Where a stretch that begins at `start` most likely ends. */
export function likeliestEnd(
  model: Weights,
  length: number,
  scratch: ChainScratch,
  begin: number,
  start: number
): number {
  let left = 1
  let best = start + 1
  let most = 0
  for (let end = start + 1; end <= length && left > most; end++) {
    const goesOn = end < length ? step(model, scratch, end, end === start + 1 ? begin : begin + 1, begin + 1) : 0
    if (left * (1 - goesOn) > most) {
      most = left * (1 - goesOn)
      best = end
    }
    left *= goesOn
  }
  return best
}

/** The probability of one stretch: that `begin` stands at its start, goes on to its end and stops there. */
export function stretchProbability(
  model: Weights,
  length: number,
  scratch: ChainScratch,
  begin: number,
  { start, end }: Stretch
): number {
  let probability = share(model.labels, scratch, start, begin)
  for (let at = start + 1; at < end; at++)
    probability *= step(model, scratch, at, at === start + 1 ? begin : begin + 1, begin + 1)
  return end < length
    ? probability * (1 - step(model, scratch, end, end === start + 1 ? begin : begin + 1, begin + 1))
    : probability
}

/** The probability of a label at a position. */
export function share(labels: number, { forward, backward }: ChainScratch, at: number, label: number): number {
  const place = at * labels + label
  return (forward[place] as number) * (backward[place] as number)
}

/** The probability of `label` at `at` when the position before has the label `before`. */
function step(
  { labels }: Weights,
  { scores, backward, exactSteps }: ChainScratch,
  at: number,
  before: number,
  label: number
): number {
  let sum = 0
  let one = 0
  for (let other = 0; other < labels; other++) {
    const weight =
      (exactSteps[before * labels + other] as number) *
      (scores[at * labels + other] as number) *
      (backward[at * labels + other] as number)
    sum += weight
    if (other === label) one = weight
  }
  return sum > 0 ? one / sum : 0
}
