import { forestProbability } from './model/forest'
import { hypothesisFeatures } from './model/hypothesisFeatures'
import type { Hypothesis } from './model/hypotheses'
import type { Hypotheses } from './model/hypothesize'
import type { QuotationModels } from './model/load'
import { meets } from './cleaning'
import type { Range } from './sources'

/** What is said of a cue in the end, and how likely the acceptance forest takes it to be right. */
export interface Chosen {
  readonly hypothesis: Hypothesis
  readonly probability: number
}

/** From here on an attribution is shown. Chosen on held-out training articles: where found and attributed F1 are best. */
export const acceptance = 0.35
/** Two contents that share more of their tokens than this are the same report, found twice. */
const sameContent = 0.6
/** How many units apart the cues of such doubles may be. */
const nearUnits = 2

/** For each cue its likeliest source and content, where that is likely enough to be shown and no likelier cue reports the same. */
export function choose(hypotheses: Hypotheses, { weights, cueHabits }: Pick<QuotationModels, 'weights' | 'cueHabits'>): readonly Chosen[] {
  const chosen = hypotheses.ofCues.flatMap((ofCue) => {
    const best = likeliest(hypotheses, ofCue, { weights, cueHabits })
    return best && best.probability >= acceptance ? [best] : []
  })
  return withoutDoubles(hypotheses, chosen)
}

/** The best of what one cue may report, whether it is good enough or not; null when there is nothing. */
export function likeliest({ reading, field }: Hypotheses, ofCue: readonly Hypothesis[], { weights, cueHabits }: Pick<QuotationModels, 'weights' | 'cueHabits'>): (Chosen & { readonly row: Float32Array }) | null {
  let best: { hypothesis: Hypothesis, row: Float32Array } | null = null
  let most = -1
  for (const hypothesis of ofCue) {
    const row = hypothesisFeatures(reading, field, hypothesis, cueHabits)
    const probability = ofCue.length === 1 ? 1 : forestProbability(weights.choice, row)
    if (probability <= most) continue
    most = probability
    best = { hypothesis, row }
  }
  return best && { ...best, probability: forestProbability(weights.acceptance, best.row) }
}

/** Cues that overlap, or report the same content, cannot both be right: the likelier one stays. */
export function withoutDoubles({ reading }: Hypotheses, chosen: readonly Chosen[]): readonly Chosen[] {
  const kept = new Map<number, Chosen[]>()
  const unitOf = ({ hypothesis: { cue } }: Chosen) => reading.unitOf[cue.from] as number
  for (const one of [...chosen].sort((a, b) => b.probability - a.probability || a.hypothesis.cue.from - b.hypothesis.cue.from)) {
    const unit = unitOf(one)
    const near = Array.from({ length: nearUnits * 2 + 1 }, (_, index) => kept.get(unit + index - nearUnits) ?? []).flat()
    if (near.some((other) => isDouble(one.hypothesis, other.hypothesis))) continue
    kept.set(unit, [...kept.get(unit) ?? [], one])
  }
  return [...kept.values()].flat()
}

function isDouble(a: Hypothesis, b: Hypothesis): boolean {
  if (meets(a.cue, b.cue)) return true
  let both = 0
  for (const one of a.content) for (const other of b.content) both += Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from))
  return both > sameContent * (lengthOf(a.content) + lengthOf(b.content) - both)
}

function lengthOf(pieces: readonly Range[]): number {
  return pieces.reduce((sum, { from, to }) => sum + to - from, 0)
}
