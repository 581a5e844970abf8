import type { Lexicon } from '../../src/analysis/entities/tagger/lexicon'
import { cueFeatures } from '../../src/analysis/quotations/model/cueFeatures'
import { cueLabel } from '../../src/analysis/quotations/model/candidates'
import { roleLabel } from '../../src/analysis/quotations/model/roleHypotheses'
import type { QuotationModels } from '../../src/analysis/quotations/model/load'
import type { PartOfSpeechModel } from '../../src/analysis/quotations/model/partsOfSpeech'
import { quotationModelInput, type QuotationModelInput } from '../../src/analysis/quotations/model/quotationModelInput'
import { betweens, type CueWindow } from '../../src/analysis/quotations/model/betweens'
import { roleFeatures } from '../../src/analysis/quotations/model/roleFeatures'
import { windowOf } from '../../src/analysis/quotations/model/windows'
import { proseOf } from '../../src/analysis/quotations/prose'
import type { ChainExample } from './chainTraining'
import type { GoldArticle, GoldAttribution, TokenRange } from './gold'
import { randomFrom } from './random'
import { finish } from '../../src/util/steps'

/** An annotated article as the models read it. */
export interface Lesson {
  readonly gold: GoldArticle
  readonly input: QuotationModelInput
  readonly words: CueWordAids
}

/** What is known of the learned cue words: see `QuotationModels`. */
export type CueWordAids = Pick<QuotationModels, 'cueSteps' | 'cueHabits'>

/** The models never see all cues of an article when they work, so they learn with this share of the others left out. */
const unseenCues = 0.35

/** `words` must not have been counted in this article: else the models learn to trust them more than they may later. */
export function lessonFrom(
  gold: GoldArticle,
  partsOfSpeech: PartOfSpeechModel,
  words: CueWordAids,
  lexicon: Lexicon
): Lesson {
  return {
    gold,
    words,
    input: finish(quotationModelInput(proseOf(gold.article), partsOfSpeech, words.cueSteps, lexicon))
  }
}

/** One chain for each sentence. Of cues that overlap the first one counts. */
export function* cueExamples(lessons: readonly Lesson[]): Generator<ChainExample> {
  for (const { gold, input } of lessons) {
    const labels = new Uint8Array(input.size)
    for (const { cue } of gold.attributions) {
      if (labels.subarray(cue.from, cue.to).some((label) => label !== cueLabel.outside)) continue
      labels.fill(cueLabel.inside, cue.from, cue.to)
      labels[cue.from] = cueLabel.begin
    }
    for (const { from, to } of input.prose.units) {
      if (to > from) yield { from, to, features: () => cueFeatures(input, from, to), labels: labels.subarray(from, to) }
    }
  }
}

/** One chain for each cue, over the window around it. */
export function* roleExamples(lessons: readonly Lesson[]): Generator<ChainExample> {
  const scratch = betweens()
  const random = randomFrom(lessons.length)
  for (const { gold, input } of lessons) {
    const cueMarks = new Uint8Array(input.size)
    for (const { cue } of gold.attributions) {
      if (random() < unseenCues) continue
      cueMarks.fill(2, cue.from, cue.to)
      cueMarks[cue.from] = 1
    }
    for (const attribution of gold.attributions) {
      const { cue } = attribution
      const unit = input.unitOf[cue.from] as number
      if (unit < 0) continue
      const window = windowOf(input.prose, unit, cue.from, cue.to)
      yield {
        from: window.from,
        to: window.to,
        features: () => roleFeatures(input, window, cueMarks, scratch),
        labels: roleLabels(attribution, window)
      }
    }
  }
}

function roleLabels({ sources, contents }: GoldAttribution, { from, to }: CueWindow): Uint8Array {
  const labels = new Uint8Array(to - from)
  const put = (ranges: readonly TokenRange[], begin: number) => {
    for (const range of ranges) {
      const first = Math.max(range.from, from)
      const end = Math.min(range.to, to)
      if (end <= first) continue
      labels.fill(begin + 1, first - from, end - from)
      if (first === range.from) labels[first - from] = begin
    }
  }
  put(
    [...contents].sort((a, b) => a.from - b.from),
    roleLabel.contentBegin
  )
  put(sources, roleLabel.sourceBegin)
  return labels
}
