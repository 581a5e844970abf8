import nlp from 'compromise'
import type { Analysis, Engine } from '../../src/analysis'
import { readArticle, type Article } from '../../src/article'
import { buildCorpus } from '../../src/corpus'
import { middle, milliseconds } from './measure'
import type { BenchText } from './texts'

export interface StepSpeed {
  readonly step: string
  readonly charactersPerSecond: number
}

/**
 * How fast each step is over all texts, one after the other, and compromise on the same texts: the last of the speeds.
 * In each round everybody has a turn, so that a machine that is busy for a while is busy for all of them.
 */
export function measureThroughput(engine: Engine, texts: readonly BenchText[], runs: number): readonly StepSpeed[] {
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0)
  const articles = texts.map(({ text }) => readArticle(text, 'plain'))
  const analyses = articles.map((article, index) => ({ article: String(index), text: article.text, analysis: engine.analyze(article) }))
  const round = (): readonly (readonly [step: string, milliseconds: number])[] => [
    ['reading', milliseconds(() => { for (const { text } of texts) readArticle(text, 'plain') })],
    ...stepTimes(engine, articles),
    ['links across the articles', milliseconds(() => { buildCorpus(analyses) })],
    ['all', milliseconds(() => { buildCorpus(texts.map(({ name, text }) => ({ article: name, text, analysis: analyse(engine, text) }))) })],
    ['compromise: parsing, people, places, organizations, quotations', milliseconds(() => { for (const { text } of texts) runCompromise(text) })]
  ]
  for (let warmUp = 0; warmUp < 3; warmUp++) round()
  const rounds = Array.from({ length: runs }, round)
  return (rounds[0] ?? []).map(([step], index) => ({ step, charactersPerSecond: characters / middle(rounds.map((times) => times[index]?.[1] ?? Number.NaN)) * 1000 }))
}

function analyse(engine: Engine, text: string): Analysis {
  return engine.analyze(readArticle(text, 'plain'))
}

/** What compromise offers of the same: names of three types and quotations. */
function runCompromise(text: string): void {
  const document = nlp(text)
  document.people().out('array')
  document.places().out('array')
  document.organizations().out('array')
  document.quotations().out('array')
}

const stepNames = ['names', 'quotations', 'identity']

/** The engine pauses after each of its steps: the time between two pauses is a step's. */
function stepTimes(engine: Engine, articles: readonly Article[]): (readonly [string, number])[] {
  const sums = stepNames.map(() => 0)
  for (const article of articles) {
    const steps = engine.analyzeInSteps(article)
    for (let index = 0, done = false; !done; index++) {
      if (index >= sums.length) throw new Error('the engine has another step than the benchmark knows')
      sums[index] = (sums[index] ?? 0) + milliseconds(() => { done = steps.next().done ?? false })
    }
  }
  return stepNames.map((step, index) => [step, sums[index] ?? Number.NaN] as const)
}
