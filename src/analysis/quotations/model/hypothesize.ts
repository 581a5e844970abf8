import type { EncoderReading } from '../../../encoder'
import { mappedInSteps, type Steps } from '../../../util/steps'
import { isAsked, isHeard } from '../byForm/toldBy'
import type { Prose } from '../prose'
import { cueCandidates } from './candidates'
import { chainScratch } from './chain'
import { cueField, type CueField } from './hypothesisFeatures'
import { hypothesesOf, type Hypothesis } from './hypotheses'
import type { QuotationModels } from './load'
import { quotationModelInput, type QuotationModelInput } from './quotationModelInput'
import { readTokens, type ReadTokens } from './readTokens'
import { betweens } from './betweens'
import { roleHypotheses } from './roleHypotheses'

/** A window is never longer; see windows.ts. */
const longestWindow = 4096
const cuesPerStep = 16
/** A candidate this likely is a cue to its neighbours. */
const markedCue = 0.35

/** What is needed to propose attributions; to choose among them takes the forests too. */
export type ChainModels = Pick<QuotationModels, 'cueSteps' | 'lexicon'> & {
  readonly weights: Pick<QuotationModels['weights'], 'partsOfSpeech' | 'cues' | 'roles'>
}

export interface Hypotheses {
  readonly input: QuotationModelInput
  /** What the encoder says of the article, where there is one. */
  readonly read?: ReadTokens
  readonly field: CueField
  /** For each candidate cue what it may report; may be empty. */
  readonly ofCues: readonly (readonly Hypothesis[])[]
}

/** Every cue that the model or a sure rule proposes, with its source and the contents that it may have. */
export function* hypothesize(
  prose: Prose,
  { weights, cueSteps, lexicon }: ChainModels,
  reading?: EncoderReading
): Steps<Hypotheses> {
  const input = yield* quotationModelInput(prose, weights.partsOfSpeech, cueSteps, lexicon)
  const read = reading && readTokens(prose.article, reading)
  const cues = yield* cueCandidates(input, weights.cues, chainScratch(3), read?.cues)
  const cueMarks = new Uint8Array(input.size)
  for (const { from, to, probability } of cues) {
    if (probability < markedCue) continue
    cueMarks.fill(2, from, to)
    cueMarks[from] = 1
  }
  const scratch = chainScratch(5)
  const between = betweens()
  const path = new Uint8Array(longestWindow)
  const ofCues = yield* mappedInSteps(
    cues,
    (cue) =>
      withoutHearers(
        prose,
        hypothesesOf(input, roleHypotheses(input, cue, cueMarks, weights.roles, scratch, between, path))
      ),
    cuesPerStep
  )
  return { input, ...(read && { read }), field: cueField(input, cues, ofCues), ofCues }
}

/** "The jury was told that": who only hears it is not its source. */
function withoutHearers(prose: Prose, hypotheses: readonly Hypothesis[]): readonly Hypothesis[] {
  return hypotheses.map((one) =>
    one.source && one.source.to <= one.cue.from && (isHeard(prose, one.cue) || isAsked(prose, one.source, one.cue))
      ? { ...one, source: null, sourceProbability: 0, ruleSource: false }
      : one
  )
}
