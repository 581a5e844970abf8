import type { Prose } from '../prose'
import type { Range } from '../sources'
import { cueCandidates, type FoundCue } from './candidates'
import { chainScratch } from './chain'
import { cueField, type CueField } from './hypothesisFeatures'
import { hypothesesOf, type Hypothesis } from './hypotheses'
import type { QuotationModels } from './load'
import { readForModels, type Reading } from './reading'
import { betweens } from './roleFeatures'
import { roleHypotheses } from './roleHypotheses'

/** A window is never longer; see windows.ts. */
const longestWindow = 4096
/** A candidate this likely is a cue to its neighbours. */
const markedCue = 0.35
/** In the steps of `Reading.lexicon`: the word stands in a cue in more than four of five uses. */
const sureCue = 7

/** What is needed to propose attributions; to choose among them takes the forests too. */
export type ChainModels = Pick<QuotationModels, 'cueSteps' | 'lexicon'> & { readonly weights: Pick<QuotationModels['weights'], 'partsOfSpeech' | 'cues' | 'roles'> }

export interface Hypotheses {
  readonly reading: Reading
  readonly field: CueField
  /** For each candidate cue what it may report; may be empty. */
  readonly ofCues: readonly (readonly Hypothesis[])[]
}

/** Every cue that the model or a sure rule proposes, with its source and the contents that it may have. */
export function hypothesize(prose: Prose, { weights, cueSteps, lexicon }: ChainModels): Hypotheses {
  const reading = readForModels(prose, weights.partsOfSpeech, cueSteps, lexicon)
  const cues = withRules(reading, cueCandidates(reading, weights.cues, chainScratch(3)))
  const cueMarks = new Uint8Array(reading.size)
  for (const { from, to, probability } of cues) {
    if (probability < markedCue) continue
    cueMarks.fill(2, from, to)
    cueMarks[from] = 1
  }
  const scratch = chainScratch(5)
  const between = betweens()
  const path = new Uint8Array(longestWindow)
  const ofCues = cues.map((cue) => hypothesesOf(reading, roleHypotheses(reading, cue, cueMarks, weights.roles, scratch, between, path)))
  return { reading, field: cueField(reading.size, cues), ofCues }
}

/** Adds the cues of rules that stand by themselves where the model sees none. */
function withRules({ ruleFindings, lexicon, size }: Reading, cues: readonly FoundCue[]): readonly FoundCue[] {
  const taken = new Uint8Array(size)
  for (const { from, to } of cues) taken.fill(1, from, to)
  const free = ({ from, to }: Range) => taken.subarray(from, to).every((mark) => mark === 0)
  const added = ruleFindings.filter(({ finding, rule }) => free(finding.cue) && (!rule.needsVerb || (lexicon[finding.verb] as number) >= sureCue))
    .map(({ finding: { cue } }) => ({ ...cue, probability: 0 }))
  return [...cues, ...added].sort((a, b) => a.from - b.from || a.to - b.to)
}
