import { mapped } from '../../util/mapped'
import { mappedInSteps, type Steps } from '../../util/steps'
import { trimmed } from './contents'
import { kindOf } from './kind'
import { forestProbability, type Forest } from './model/forest'
import type { Judges } from './model/judges'
import { hypothesisFeatures } from './model/hypothesisFeatures'
import type { Hypothesis } from './model/hypotheses'
import type { QuotationModelInput } from './model/quotationModelInput'
import type { Hypotheses } from './model/hypothesize'
import type { WordHabits } from './model/load'
import { meets } from './ranges'
import type { Range } from './sources'

/** What is said of a cue in the end, and how likely the acceptance forest takes it to be right. */
export interface Chosen {
  readonly hypothesis: Hypothesis
  readonly probability: number
  /** It is no double of a report that holds it, however little sure: words in quotation marks whose cue a rule knows. */
  readonly staysInside?: boolean
}

/** From here on an attribution is shown. Held-out training articles say between 0.35 (found F1) and 0.43 (attributed F1), the development part between 0.39 and 0.4. */
export const leastAcceptance = 0.395
/** The same for words in quotation marks whose cue a rule knows: nobody forgives a reader who overlooks those. */
const leastKnownAcceptance = 0.25
/** The same where the judges have heard the encoder. */
export const leastWhenRead = 0.45
const leastKnownWhenRead = 0.25
const cuesPerStep = 16
/** What a rule decides is that sure at least. */
const decidedAcceptance = 0.9
/** Two contents that share more of their tokens than this are the same report, found twice, or one of them is cut wrongly. */
const sameContent = 0.25
/** The less likely of two nested reports is at least this likely. */
const sureReport = 0.75
/** How many units apart the cues of such doubles may be. */
const nearUnits = 2

/** For each cue its likeliest source and content, where that is likely enough to be shown and no likelier cue reports the same. */
export function* choose(hypotheses: Hypotheses, judges: Judges, habits: WordHabits): Steps<readonly Chosen[]> {
  const least = hypotheses.read ? leastWhenRead : leastAcceptance
  const leastKnown = hypotheses.read ? leastKnownWhenRead : leastKnownAcceptance
  const judge = (ofCue: readonly Hypothesis[]): readonly Chosen[] => {
    const best = likeliest(
      mapped(ofCue, (hypothesis) => ({
        hypothesis,
        row: hypothesisFeatures(hypotheses.input, hypotheses.field, hypothesis, habits, hypotheses.read)
      })),
      judges.choice
    )
    if (!best) return []
    const { finding, content } = best.hypothesis
    const probability = Math.max(
      forestProbability(judges.acceptance, best.row),
      finding?.rule.decides ? decidedAcceptance : 0
    )
    const isKnown = finding !== null && kindOf(hypotheses.input.prose, content) !== 'indirect'
    return probability >= (isKnown ? leastKnown : least)
      ? [{ hypothesis: best.hypothesis, probability, staysInside: isKnown && hypotheses.read !== undefined }]
      : []
  }
  const chosen = yield* mappedInSteps(hypotheses.ofCues, judge, cuesPerStep)
  return withoutDoubles(hypotheses, withoutOthersWords(hypotheses.input, chosen.flat()))
}

/** A hypothesis with what the forests see of it. */
export interface SeenHypothesis {
  readonly hypothesis: Hypothesis
  readonly row: Float32Array
}

/** How many features the acceptance forest sees beside those of the hypothesis: what the choice was like. */
const choiceFeatures = 4

/**
 * The best of what one cue may report, whether it is good enough or not; null when there is nothing. Its row goes on with how
 * likely the choice forest takes it and the second best to be, how many there were, and the sum of their probabilities.
 */
export function likeliest(ofCue: readonly SeenHypothesis[], choice: Forest): SeenHypothesis | null {
  let best: SeenHypothesis | null = null
  let most = -1
  let second = 0
  let sum = 0
  for (const seen of ofCue) {
    const probability = forestProbability(choice, seen.row)
    sum += probability
    if (probability <= most) {
      second = Math.max(second, probability)
      continue
    }
    second = Math.max(second, most)
    most = probability
    best = seen
  }
  if (!best) return null
  const row = new Float32Array(best.row.length + choiceFeatures)
  row.set(best.row)
  row.set([most, second, ofCue.length, sum], best.row.length)
  return { hypothesis: best.hypothesis, row }
}

/** `"I left," she said, adding that it was late. "Go home."`: the last words go on with the first, and not with the report between them. */
function withoutOthersWords({ prose, unitOf }: QuotationModelInput, chosen: readonly Chosen[]): readonly Chosen[] {
  return mapped(chosen, (one, index) => {
    const { cue, content } = one.hypothesis
    const unit = prose.units[unitOf[cue.from] as number]
    const before = chosen[index - 1]?.hypothesis
    const last = before?.content.at(-1)
    if (!unit || !before || !last || unitOf[before.cue.from] !== unitOf[cue.from]) return one
    if (last.from < unit.to || kindOf(prose, [before.content[0]!]) !== 'direct') return one
    const own = content
      .flatMap(({ from, to }) => (from < unit.to ? [trimmed(prose, from, Math.min(to, unit.to))] : []))
      .filter((piece) => piece !== null)
    const isRun = content.some((piece) => meets(piece, last))
    return isRun && own.length > 0 && kindOf(prose, own) === 'indirect'
      ? { ...one, hypothesis: { ...one.hypothesis, content: own } }
      : one
  })
}

/** Cues that overlap, or report the same content, cannot both be right: the likelier one stays. */
export function withoutDoubles(
  { input }: { readonly input: Pick<QuotationModelInput, 'unitOf'> },
  chosen: readonly Chosen[]
): readonly Chosen[] {
  const kept = new Map<number, Chosen[]>()
  const unitOf = ({ hypothesis: { cue } }: Chosen) => input.unitOf[cue.from] as number
  for (const one of [...chosen].sort(
    (a, b) => b.probability - a.probability || a.hypothesis.cue.from - b.hypothesis.cue.from
  )) {
    const unit = unitOf(one)
    const near = Array.from(
      { length: nearUnits * 2 + 1 },
      (_, index) => kept.get(unit + index - nearUnits) ?? []
    ).flat()
    if (near.some((other) => isDouble(one, other))) continue
    kept.set(unit, [...(kept.get(unit) ?? []), one])
  }
  return [...kept.values()].flat()
}

function isDouble({ hypothesis: a, probability, staysInside }: Chosen, { hypothesis: b }: Chosen): boolean {
  if (meets(a.cue, b.cue)) return true
  // "The mayor has asked everybody to wait," the clerk said: a report within a report may be nearly all of it, when it is sure or a rule knows the cue of the whole.
  const holds = a.content.some((piece) => meets(piece, b.cue))
  const isHeld = b.content.some((piece) => meets(piece, a.cue))
  if ((holds && a.finding !== null) || (isHeld && staysInside)) return false
  // Within a turn somebody reports what others say; "Argue about it" reports nothing.
  if (isHeld && a.source !== null && b.finding?.rule.name === 'turn') return false
  if (probability >= sureReport && (holds || isHeld)) return false
  let both = 0
  for (const one of a.content)
    for (const other of b.content) both += Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from))
  return both > sameContent * (lengthOf(a.content) + lengthOf(b.content) - both)
}

function lengthOf(pieces: readonly Range[]): number {
  return pieces.reduce((sum, { from, to }) => sum + to - from, 0)
}
