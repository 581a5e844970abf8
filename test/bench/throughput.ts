import nlp from 'compromise'
import type { Analysis, Engine } from '../../src/analysis'
import { readArticle, type Article } from '../../src/article'
import { buildCorpus } from '../../src/corpus'
import { median, middle } from './measure'
import type { BenchText } from './texts'

export interface StepSpeed {
  readonly step: string
  readonly milliseconds: number
  readonly charactersPerSecond: number
}

/** How fast each step is over all texts, one after the other, and compromise on the same texts in the same run. */
export function measureThroughput(engine: Engine, texts: readonly BenchText[], runs: number): readonly StepSpeed[] {
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0)
  const speed = (step: string, milliseconds: number): StepSpeed => ({ step, milliseconds, charactersPerSecond: characters / milliseconds * 1000 })
  const articles = texts.map(({ text }) => readArticle(text, 'plain'))
  const analyses = articles.map((article, index) => ({ article: String(index), text: article.text, analysis: engine.analyze(article) }))
  const steps = stepTimes(engine, articles, runs)
  return [
    speed('reading', median(() => { for (const { text } of texts) readArticle(text, 'plain') }, runs)),
    ...steps.map(({ step, milliseconds }) => speed(step, milliseconds)),
    speed('links across the articles', median(() => { buildCorpus(analyses) }, runs)),
    speed('all', median(() => { buildCorpus(texts.map(({ name, text }) => ({ article: name, text, analysis: analyse(engine, text) }))) }, runs)),
    speed('compromise: parsing, people, places, organizations, quotations', median(() => { for (const { text } of texts) runCompromise(text) }, runs))
  ]
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
function stepTimes(engine: Engine, articles: readonly Article[], runs: number): { step: string; milliseconds: number }[] {
  const totals = stepNames.map((): number[] => [])
  for (let run = 0; run < runs + 3; run++) {
    const sums = stepNames.map(() => 0)
    for (const article of articles) {
      const steps = engine.analyzeInSteps(article)
      for (let index = 0, done = false; !done; index++) {
        const start = performance.now()
        done = steps.next().done ?? false
        if (index >= sums.length) throw new Error('the engine has another step than the benchmark knows')
        sums[index] = (sums[index] ?? 0) + performance.now() - start
      }
    }
    if (run >= 3) sums.forEach((sum, index) => totals[index]?.push(sum))
  }
  return stepNames.map((step, index) => ({ step, milliseconds: middle(totals[index] ?? []) }))
}
