import type { Range } from '../sources'
import { ruleNames } from '../byRules'
import { breaksOut } from '../cleaning'
import type { FoundCue } from './candidates'
import type { Hypothesis } from './hypotheses'
import { contentHabitFeatures, contentHabitFeatureCount } from './contentHabits'
import type { WordHabits } from './load'
import { distanceStep, type QuotationModelInput } from './quotationModelInput'
import { headOf } from './roleFeatures'
import { readFeatureCount, readFeatures } from './readFeatures'
import type { ReadTokens } from './readTokens'
import { structureFeatureCount, structureFeatures } from './structureFeatures'
import { wordHash } from './tokenTable'

const hypothesisFeatureCount = 64 + structureFeatureCount + contentHabitFeatureCount

const comma = wordHash(',')
const that = wordHash('that')
const to = wordHash('to')
const colon = wordHash(':')
const openers = new Set(
  [
    'that',
    'which',
    'who',
    'what',
    'when',
    'while',
    'if',
    'because',
    'but',
    'and',
    'as',
    'where',
    'whether',
    'after',
    'before',
    'although',
    'though',
    'since',
    'until',
    'how',
    'why',
    'or'
  ].map(wordHash)
)
const verb = 2
const auxiliary = 3
const noun = 0
const properNoun = 1
const pronoun = 6

/** Where in an article cues may be. */
export interface CueField {
  /** For each token the greatest probability of a candidate that covers it. */
  readonly strength: Float32Array
  /** By unit the first hypothesis of each candidate that has one, in order. */
  readonly ofUnit: ReadonlyMap<number, readonly Hypothesis[]>
}

export function cueField(
  { size, unitOf }: Pick<QuotationModelInput, 'size' | 'unitOf'>,
  cues: readonly FoundCue[],
  ofCues: readonly (readonly Hypothesis[])[]
): CueField {
  const strength = new Float32Array(size)
  for (const cue of cues)
    for (let at = cue.from; at < cue.to; at++) strength[at] = Math.max(strength[at] as number, cue.probability)
  const ofUnit = new Map<number, Hypothesis[]>()
  for (const [first] of ofCues) {
    if (!first) continue
    const unit = unitOf[first.cue.from] as number
    const known = ofUnit.get(unit)
    if (known) known.push(first)
    else ofUnit.set(unit, [first])
  }
  return { strength, ofUnit }
}

/**
 * What is known about a hypothesis as a whole, as a row for the forests: cue, then source, then content, then how they lie to each other and
 * in the sentence, then, where there is one, what the encoder makes of it.
 */
export function hypothesisFeatures(
  input: QuotationModelInput,
  { strength, ofUnit }: CueField,
  hypothesis: Hypothesis,
  { cueHabits, contentHabits }: WordHabits,
  read?: ReadTokens
): Float32Array {
  const { cue, source, content, finding } = hypothesis
  const { prose, pos, lexicon, unitFlags, unitOf, word, quoteBefore, quoteAfter, clusterCoarse } = input
  const { quotationOf, quotations, units } = prose
  const unit = units[unitOf[cue.from] as number]
  const unitFrom = unit?.from ?? cue.from
  const unitTo = unit?.to ?? cue.to
  const head = headOf(input, cue.from, cue.to)
  const row = new Float32Array(hypothesisFeatureCount + (read ? readFeatureCount : 0))
  let n = 0
  const put = (value: number | boolean) => {
    row[n++] = Number(value)
  }
  const p = (at: number) => (at < unitFrom ? 16 : at >= unitTo ? 17 : (pos[at] as number))
  put(cue.probability)
  put(cue.to - cue.from)
  put(lexicon[head] as number)
  put(pos[head] as number)
  put(unitFlags[cue.from] as number)
  put((quotationOf[cue.from] as number) >= 0)
  put(finding ? 1 + ruleNames.indexOf(finding.rule.name) : 0)
  const habit = cueHabits.get(word[head] as number)
  put(habit?.share ?? 0)
  put(habit?.that ?? 0)
  put(habit?.after ?? 0)
  put(habit?.before ?? 0)
  put(clusterCoarse[head] as number)
  put(p(cue.from - 1))
  put(p(cue.to))
  put(quoteBefore[cue.from] as number)
  put(quoteAfter[cue.to - 1] as number)
  put(neighbour(strength, cue.from - 1, -1, unitFrom))
  put(neighbour(strength, cue.to, 1, unitTo))
  put(cue.from - unitFrom)
  put(unitTo - cue.to)
  put(unitTo - unitFrom)
  put(overlapOf(strength, cue))
  // the source
  put(source !== null)
  put(hypothesis.sourceProbability)
  put(
    source ? (source.to <= cue.from ? -distanceStep(cue.from - source.to) : distanceStep(source.from - cue.to) + 1) : 20
  )
  put(source ? source.to - source.from : 0)
  put(source ? (pos[source.to - 1] as number) : 20)
  put(source ? (pos[source.from] as number) : 20)
  put(source !== null && holds(pos, source, properNoun))
  put(source !== null && holds(pos, source, pronoun))
  put(source !== null && (quotationOf[source.from] as number) >= 0)
  put(hypothesis.ruleSource)
  put(source ? unitOf[source.from] !== unitOf[cue.from] : 0)
  // the content
  const first = content[0] as Range
  const last = content[content.length - 1] as Range
  let tokens = 0
  let verbs = 0
  let quoted = 0
  let commas = 0
  let clauses = 0
  let nouns = 0
  let strongest = 0
  let strong = 0
  for (const piece of content) {
    for (let at = piece.from; at < piece.to; at++) {
      tokens++
      const tag = pos[at]
      if (tag === verb || (tag === auxiliary && pos[at - 1] !== verb && pos[at - 1] !== auxiliary)) verbs++
      if (tag === noun || tag === properNoun) nouns++
      if ((quotationOf[at] as number) >= 0) quoted++
      else if (word[at] === comma) commas++
      else if (openers.has(word[at] as number)) clauses++
      const here = strength[at] as number
      if (here > strongest) strongest = here
      if (here > 0.5) strong++
    }
  }
  put(content.length)
  put(hypothesis.contentProbability)
  put(hypothesis.bestProbability - hypothesis.contentProbability)
  put(hypothesis.chosen)
  put(hypothesis.ruleContent)
  put(tokens)
  put(verbs)
  put(nouns)
  put(quoted / tokens)
  put(commas)
  put(clauses)
  put(strongest)
  put(strong)
  put(first.from < cue.from ? (last.from > cue.from ? 1 : 0) : 2)
  put(first.from >= cue.to ? first.from - cue.to : last.to <= cue.from ? last.to - cue.from : 0)
  put(
    word[first.from] === that
      ? 1
      : word[first.from] === to
        ? 2
        : (quotationOf[first.from] as number) >= 0 &&
            quotations[quotationOf[first.from] as number]?.firstToken === first.from
          ? 3
          : openers.has(word[first.from] as number)
            ? 4
            : 0
  )
  put(pos[first.from] as number)
  put(pos[last.to - 1] as number)
  const next = last.to < input.size ? last.to : -1
  put(next < 0 ? 20 : (pos[next] as number))
  put(
    next < 0
      ? 0
      : word[next] === comma
        ? 1
        : word[next] === colon
          ? 2
          : openers.has(word[next] as number)
            ? 3
            : next >= (units[unitOf[last.to - 1] as number]?.to ?? 0) - 1
              ? 4
              : 0
  )
  put(next < 0 || next + 1 >= input.size ? 20 : (pos[next + 1] as number))
  put(next < 0 ? 0 : (strength[next] as number))
  put((units[unitOf[last.to - 1] as number]?.to ?? last.to) - last.to)
  put(first.from - (units[unitOf[first.from] as number]?.from ?? first.from))
  put(first.from > 0 ? (pos[first.from - 1] as number) : 20)
  put(cuts(input, first.from, false) + cuts(input, last.to - 1, true) * 2)
  put(breaksOut(input, cue, content))
  put((unitOf[last.to - 1] as number) - (unitOf[cue.from] as number))
  put(commasBetween(input, cue, first))
  put(source !== null && source.from > first.from && source.to < last.to)
  structureFeatures(
    input,
    hypothesis,
    { from: unitFrom, to: unitTo },
    ofUnit.get(unitOf[cue.from] as number) ?? [],
    put
  )
  contentHabitFeatures(input, head, cue, source, content, contentHabits, put)
  if (read) readFeatures(read, hypothesis, put)
  return row
}

function neighbour(strength: Float32Array, from: number, step: 1 | -1, stop: number): number {
  for (let at = from, left = 6; left > 0 && (step > 0 ? at < stop : at >= stop); at += step, left--)
    if ((strength[at] as number) > 0) return strength[at] as number
  return 0
}

/** How much likelier another candidate is that covers a token of this one. */
function overlapOf(strength: Float32Array, cue: FoundCue): number {
  let most = 0
  for (let at = cue.from; at < cue.to; at++) most = Math.max(most, strength[at] as number)
  return most - cue.probability
}

function holds(pos: Uint8Array, range: Range, tag: number): boolean {
  for (let at = range.from; at < range.to; at++) if (pos[at] === tag) return true
  return false
}

/** True of an edge that lies inside of a quotation and is not its own edge. */
function cuts({ prose: { quotationOf, quotations } }: QuotationModelInput, at: number, end: boolean): number {
  const quotation = quotations[quotationOf[at] as number]
  if (!quotation) return 0
  return Number(end ? quotation.endToken > at + 1 : quotation.firstToken < at)
}

function commasBetween({ word }: QuotationModelInput, cue: Range, piece: Range): number {
  let count = 0
  for (let at = Math.min(cue.to, piece.to); at < Math.max(cue.from, piece.from); at++) if (word[at] === comma) count++
  return count
}
