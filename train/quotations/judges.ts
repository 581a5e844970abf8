import { likeliest, type SeenHypothesis } from '../../src/analysis/quotations/choose'
import { forestProbability, type Forest } from '../../src/analysis/quotations/model/forest'
import type { Judges } from '../../src/analysis/quotations/model/judges'
import type { Hypothesis } from '../../src/analysis/quotations/model/hypotheses'
import { boost, type BoostingOptions } from './boosting'
import type { GoldArticle } from './gold'
import type { HeldOutArticle } from './heldOut'
import { overlap, overUnion } from './overlap'

const choosing: BoostingOptions = {
  trees: 500,
  depth: 4,
  rate: 0.06,
  smoothing: 5,
  leastRows: 20,
  rowShare: 0.4,
  featureShare: 0.35
}
const accepting: BoostingOptions = {
  trees: 500,
  depth: 4,
  rate: 0.045,
  smoothing: 10,
  leastRows: 30,
  rowShare: 0.4,
  featureShare: 0.35
}

/** Both forests. */
export type Forests = Pick<Judges, 'choice' | 'acceptance'>

/** How right a hypothesis is, from 0 to 1: what the choice forest learns to tell. */
export type Truth = (hypothesis: Hypothesis, gold: GoldArticle) => number

/** Trains both forests on articles that the chains had not seen. Each learns from what the one before says of articles that it had not seen either. */
export function trainJudges(articles: readonly HeldOutArticle[], truth: Truth): Forests {
  const choose = (some: readonly HeldOutArticle[]) => trainChoice(some, truth)
  return { choice: choose(articles), acceptance: trainAcceptance(judgedApart(articles, choose, picked)) }
}

/** What judges say of each article that neither they nor the chains had seen: the picks of all candidate cues with their probability. */
export function judgeApart(
  articles: readonly HeldOutArticle[],
  truth: Truth
): readonly (readonly (SeenHypothesis & { readonly probability: number })[])[] {
  return judgedApart(
    articles,
    (some) => trainJudges(some, truth),
    ({ ofCues }, { choice, acceptance }) =>
      picked({ ofCues }, choice).map((pick) => ({ ...pick, probability: forestProbability(acceptance, pick.row) }))
  ).map(({ said }) => said)
}

interface Judged<Said> {
  readonly article: HeldOutArticle
  readonly said: Said
}

function judgedApart<Judge, Said>(
  articles: readonly HeldOutArticle[],
  train: (articles: readonly HeldOutArticle[]) => Judge,
  judge: (article: HeldOutArticle, by: Judge) => Said
): readonly Judged<Said>[] {
  // Not the folds' own numbers: of a half of them all may be even.
  const places = [...new Set(articles.map(({ fold }) => fold))].sort((a, b) => a - b)
  const halfOf = ({ fold }: HeldOutArticle) => places.indexOf(fold) % 2
  const halves = [0, 1].map((half) => train(articles.filter((article) => halfOf(article) === half)))
  return articles.map((article) => ({ article, said: judge(article, halves[1 - halfOf(article)] as Judge) }))
}

function picked({ ofCues }: Pick<HeldOutArticle, 'ofCues'>, choice: Forest): readonly SeenHypothesis[] {
  return ofCues.map((ofCue) => likeliest(ofCue, choice)).filter((pick) => pick !== null)
}

function trainChoice(articles: readonly HeldOutArticle[], truth: Truth): Forest {
  const all = articles.flatMap(({ gold, ofCues }) =>
    ofCues.flat().map(({ hypothesis, row }) => ({
      row,
      right: truth(hypothesis, gold)
    }))
  )
  return boost(
    all.map(({ row }) => row),
    Float32Array.from(all, ({ right }) => right),
    choosing
  )
}

function trainAcceptance(judged: readonly Judged<readonly SeenHypothesis[]>[]): Forest {
  const all = judged.flatMap(({ article: { gold }, said }) =>
    said.map(({ hypothesis, row }) => ({
      row,
      truth: (Number(isFound(hypothesis, gold)) + Number(isRight(hypothesis, gold))) / 2
    }))
  )
  return boost(
    all.map(({ row }) => row),
    Float32Array.from(all, ({ truth }) => truth),
    accepting
  )
}

/** Of hypotheses that differ in their content alone: half of it when the content is found, the other half when it is exact. */
export function ofContent(hypothesis: Hypothesis, gold: GoldArticle): number {
  return (Number(isFound(hypothesis, gold)) + Number(isExact(hypothesis, gold))) / 2
}

/** The same where sources differ too: the best over the attributions whose content it finds. */
export function ofContentAndSource({ content, source }: Hypothesis, { attributions }: GoldArticle): number {
  let best = 0
  for (const { contents, sources } of attributions) {
    const same = overUnion(content, contents)
    if (same < 0.5) continue
    const own = source === null ? [] : [source]
    const isMet = source === null ? sources.length === 0 : overlap(own, sources) > 0
    const isExactSource = isMet && (source === null || overUnion(own, sources) === 1)
    best = Math.max(best, 0.3 + 0.3 * Number(same === 1) + 0.2 * Number(isMet) + 0.2 * Number(isExactSource))
  }
  return best
}

function isFound({ content }: Hypothesis, { attributions }: GoldArticle): boolean {
  return attributions.some(({ contents }) => overUnion(content, contents) >= 0.5)
}

function isExact({ content }: Hypothesis, { attributions }: GoldArticle): boolean {
  return attributions.some(({ contents }) => overUnion(content, contents) === 1)
}

/** Content at least half the gold's, source met: what the scorer calls attributed. */
export function isRight({ content, source }: Hypothesis, { attributions }: GoldArticle): boolean {
  return attributions.some(
    ({ contents, sources }) =>
      overUnion(content, contents) >= 0.5 && (source === null ? sources.length === 0 : overlap([source], sources) > 0)
  )
}
