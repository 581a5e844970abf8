import type { Lexicon } from '../../src/analysis/entities/tagger/lexicon'
import type { SeenHypothesis } from '../../src/analysis/quotations/choose'
import { hypothesisFeatures } from '../../src/analysis/quotations/model/hypothesisFeatures'
import { hypothesize, type Hypotheses } from '../../src/analysis/quotations/model/hypothesize'
import type { QuotationWeights } from '../../src/analysis/quotations/model/modelFile'
import type { PartOfSpeechModel } from '../../src/analysis/quotations/model/partsOfSpeech'
import { trainChains } from './chains'
import type { Lesson } from './examples'
import type { GoldArticle } from './gold'
import { contentHabits, type HabitCounts } from './habitCounts'
import type { Encoder } from '../../src/encoder'
import { finish } from '../../src/util/steps'

/** How many times the chains are trained without a part of the articles. */
export const folds = 4

/** What chains that have not seen an article propose for it. */
export interface HeldOutArticle {
  readonly gold: GoldArticle
  readonly fold: number
  readonly input: Hypotheses['input']
  /** For each candidate cue what it may report. */
  readonly ofCues: readonly (readonly SeenHypothesis[])[]
}

export interface ReadingAids {
  readonly partsOfSpeech: PartOfSpeechModel
  readonly lexicon: Lexicon
  readonly habits: HabitCounts
  /** For each article an encoder that was not taught on it, where the encoder is to be heard. */
  readonly encoderOf?: (id: string) => Encoder | undefined
}

/** Of these chains too the mean of some runs is taken: the forests should see them as sure of themselves as those that ship. */
const runs = 3

/** Proposes attributions for every article with chains trained on the other folds. Versions of one article share a fold; what no encoder can be heard about is left out where one is asked for. */
export function holdOut(
  lessons: readonly Lesson[],
  aids: ReadingAids,
  report: (line: string) => void
): readonly HeldOutArticle[] {
  const ids = [...new Set(lessons.map(({ gold }) => gold.id))].sort()
  const foldOf = new Map(ids.map((id, index) => [id, index % folds]))
  return Array.from({ length: folds }, (_, fold) => {
    const held = lessons.filter(
      ({ gold: { id } }) => foldOf.get(id) === fold && (!aids.encoderOf || aids.encoderOf(id))
    )
    if (held.length === 0) return []
    const chains = trainChains(
      lessons.filter(({ gold }) => foldOf.get(gold.id) !== fold),
      runs,
      () => undefined
    )
    report(`fold ${fold + 1} of ${folds} held out`)
    return proposed(held, fold, chains, aids)
  }).flat()
}

/** What these chains, which have not seen them, propose for articles of a fold. */
export function proposed(
  held: readonly Lesson[],
  fold: number,
  chains: Pick<QuotationWeights, 'cues' | 'roles'>,
  { partsOfSpeech, lexicon, habits, encoderOf }: ReadingAids
): readonly HeldOutArticle[] {
  return held.map(({ gold, words, input: { prose } }) => {
    const models = { weights: { partsOfSpeech, ...chains }, cueSteps: words.cueSteps, lexicon }
    const reading = encoderOf?.(gold.id)?.read(gold.article.text)
    const { input, field, ofCues, read } = finish(hypothesize(prose, models, reading))
    const known = { cueHabits: words.cueHabits, contentHabits: contentHabits(habits, gold.id) }
    return {
      gold,
      fold,
      input,
      ofCues: ofCues.map((ofCue) =>
        ofCue.map((hypothesis) => ({ hypothesis, row: hypothesisFeatures(input, field, hypothesis, known, read) }))
      )
    }
  })
}
