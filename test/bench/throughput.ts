import nlp from 'compromise'
import type { Analysis, Engine } from '../../src/analysis'
import { readArticle, type Article } from '../../src/article'
import { buildCorpus } from '../../src/corpus'
import { middle, milliseconds, processorTime } from './measure'
import type { BenchText } from './texts'
import { finish } from '../../src/util/steps'
import { untilNames } from './untilNames'

export interface StepSpeed {
  readonly step: string
  /** Of processor time, once the code is warm: the median of all rounds. */
  readonly charactersPerSecond: number
  /** In the first round of a new process, everybody as cold as the others. */
  readonly atFirst: number
  /** How many times as fast as compromise with what is like it, on the same texts in the same rounds; null where nothing is. */
  readonly timesCompromise: number | null
}

/** As compromise is measured: one text after the other and nothing between. Beside the other steps the same costs more, because they push its tables out of the processor's reach. */
const namesAlone = 'names, nothing else'
const compromiseNames = 'compromise: people, places, organizations'
const compromiseAll = 'compromise: the same and quotations'

/**
 * How fast each step is over all texts, one after the other, and compromise on the same texts. In each round everybody has
 * a turn, so that a machine that is busy for a while is busy for all of them.
 */
export function measureThroughput(engine: Engine, texts: readonly BenchText[], runs: number): readonly StepSpeed[] {
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0)
  const round = (): readonly (readonly [step: string, milliseconds: number])[] => {
    const articles: Article[] = []
    const reading = milliseconds(() => {
      for (const { text } of texts) articles.push(readArticle(text, 'plain'))
    })
    const names = milliseconds(() => {
      for (const article of articles) untilNames(engine, article)
    })
    const { times, analyses } = stepTimes(engine, articles)
    const inputs = articles.map(({ text, markup }, index) => ({
      id: String(index),
      text,
      markup,
      analysis: analyses[index]!
    }))
    const links = milliseconds(() => {
      buildCorpus(inputs)
    })
    return [
      ['reading', reading],
      [namesAlone, names],
      ...times,
      ['links across the articles', links],
      ['all', reading + links + times.reduce((sum, [, time]) => sum + time, 0)],
      [
        compromiseNames,
        milliseconds(() => {
          for (const { text } of texts) namesByCompromise(text)
        })
      ],
      [
        compromiseAll,
        milliseconds(() => {
          for (const { text } of texts) namesByCompromise(text).quotations().out('array')
        })
      ]
    ]
  }
  const first = new Map(round())
  for (let warmUp = 0; warmUp < 3; warmUp++) round()
  const rounds = Array.from({ length: runs }, () => new Map(round()))
  const medianOf = (step: string) => middle(rounds.map((times) => times.get(step) ?? Number.NaN))
  return [...first].map(([step, time]) => {
    const like = step === namesAlone ? compromiseNames : step === 'all' ? compromiseAll : null
    return {
      step,
      charactersPerSecond: (characters / medianOf(step)) * 1000,
      atFirst: (characters / time) * 1000,
      timesCompromise: like && medianOf(like) / medianOf(step)
    }
  })
}

/** What compromise offers of the same: names of three types. */
function namesByCompromise(text: string) {
  const document = nlp(text)
  document.people().out('array')
  document.places().out('array')
  document.organizations().out('array')
  return document
}

const namesInTurn = 'names, between the other steps'
const theRest = 'quotations and identity'

/** How long the names take, and what comes after them, of each article in turn. */
function stepTimes(
  engine: Engine,
  articles: readonly Article[]
): { readonly times: readonly (readonly [string, number])[]; readonly analyses: readonly Analysis[] } {
  let names = 0
  let rest = 0
  const analyses = articles.map((article) => {
    const start = processorTime()
    const steps = untilNames(engine, article)
    const between = processorTime()
    const analysis = finish(steps)
    names += between - start
    rest += processorTime() - between
    return analysis
  })
  const times = [
    [namesInTurn, names],
    [theRest, rest]
  ] as const
  return { times, analyses }
}
