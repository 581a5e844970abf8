import { slotCount } from '../../src/analysis/entities/tagger/weights'
import { trainCrf, type TrainingOptions, type Weights } from './crf'
import { enumerateSlots, joinExamples, type Prepared } from './examples'
import { addAgreement, poolVotes, type AgreementSettings } from '../../src/analysis/entities/tagger/agreement'
import { addEvidence, readEvidence, type EvidenceSettings } from '../../src/analysis/entities/tagger/evidence'
import type { EncoderReading } from '../../src/encoder'
import { decodeWords, scoreWords, type Labeled } from './scoring'

export interface FirstModel {
  readonly rowOf: Int32Array
  readonly weights: Weights
}

/** An article with what a first pass says. */
export interface FirstPass {
  readonly item: Prepared
  readonly labeled: Labeled
  readonly transition: Float32Array
}

/** How much an article's annotation counts in training. */
export type Weighing = (item: Prepared) => number

/** Trains the first pass on articles. */
export function trainFirstPass(
  articles: readonly Prepared[],
  weighing: Weighing,
  options: TrainingOptions
): FirstModel {
  const used = articles.filter((item) => weighing(item) > 0)
  const { rowOf, rows } = enumerateSlots(used, slotCount, 2)
  return { rowOf, weights: trainCrf(joinExamples(used, rowOf, weighing), rows, options) }
}

/** Labels articles by a first pass. */
export function runFirstPass(model: FirstModel, articles: readonly Prepared[]): FirstPass[] {
  return articles.map((item) => ({
    item,
    labeled: decodeWords(item, scoreWords(item, model.rowOf, model.weights), model.weights.transition),
    transition: model.weights.transition
  }))
}

/** Labels an article again with what the first pass says about its words elsewhere in the article. */
export function runSecondPass({ item, labeled, transition }: FirstPass, settings: AgreementSettings): Labeled {
  const scores = labeled.scores.slice()
  const votes = poolVotes(item.input, item.types, labeled.labels, labeled.posterior, settings)
  addAgreement(
    item.input,
    item.types,
    labeled.labels,
    labeled.posterior,
    votes,
    settings,
    scores,
    0,
    item.input.words.count
  )
  return decodeWords(item, scores, transition)
}

/** A first pass that hears what an encoder says of the article, too. */
export function withReading(
  { item, labeled, transition }: FirstPass,
  reading: EncoderReading,
  settings: EvidenceSettings
): FirstPass {
  const evidence = readEvidence(reading, item.input, settings)
  const scores = addEvidence(item.input, evidence, settings, labeled.scores.slice())
  return { item, labeled: decodeWords(item, scores, transition), transition }
}

/** Which fold an article is held out in: by its place in its set, so that every set is spread over all folds. */
export function foldsOf(articles: readonly Prepared[], folds: number): number[] {
  const next = new Map<string, number>()
  return articles.map(({ article }) => {
    const at = next.get(article.set) ?? 0
    next.set(article.set, at + 1)
    return at % folds
  })
}

/** Labels each article by a first pass that was trained on the other folds. */
export function crossLabel(
  articles: readonly Prepared[],
  folds: number,
  trainModel: (articles: readonly Prepared[]) => FirstModel,
  done: (fold: number, model: FirstModel) => void
): FirstPass[] {
  const fold = foldsOf(articles, folds)
  const labeled = new Array<FirstPass>(articles.length)
  for (let held = 0; held < folds; held++) {
    const model = trainModel(articles.filter((_, at) => fold[at] !== held))
    articles.forEach((item, at) => {
      if (fold[at] === held) labeled[at] = runFirstPass(model, [item])[0]!
    })
    done(held, model)
  }
  return labeled
}
