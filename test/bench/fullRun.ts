// Run by full.ts, bundled, twice in a process of its own each: the engine with the language model or without it, on the same texts.
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { loadEngine, type ArticleMemory, type Engine } from '../../src/analysis'
import { readArticle } from '../../src/article'
import { nodeEncoder } from '../../src/cli/nodeEncoder'
import { finish } from '../../src/util/steps'
import { middle, milliseconds, processorTime } from './measure'
import { peakMegabytes } from './peakMemory'
import { longArticle, type BenchText } from './texts'

export interface FullTask {
  readonly texts: readonly BenchText[]
  readonly runs: number
  readonly hasLanguageModel: boolean
  /** Leaves out the article of 300,000 characters, which takes most of the time. */
  readonly isShort: boolean
}

/** Milliseconds of processor time; medians. */
export interface FullSpeed {
  readonly loading: number
  readonly charactersPerSecond: number
  readonly lengths: readonly { readonly characters: number; readonly whole: number; readonly keystroke: number }[]
  /** The most mebibytes that the whole process had until it had loaded the engine and read an article. */
  readonly megabytes: number
}

void (async () => {
  const [models = '', input = ''] = process.argv.slice(2)
  const task = JSON.parse(readFileSync(input, 'utf8')) as FullTask
  const read = (file: string) => readFile(join(models, file))
  const speed = await measured(async () => {
    if (!task.hasLanguageModel) return loadEngine(read)
    const encoder = await nodeEncoder({ models, kernels: dirname(input) })
    if ('problem' in encoder) throw new Error(`${encoder.problem}: ${encoder.detail}`)
    return loadEngine(read, encoder)
  }, task)
  process.stdout.write(JSON.stringify(speed))
})()

async function measured(load: () => Promise<Engine>, { texts, runs, isShort }: FullTask): Promise<FullSpeed> {
  const begun = processorTime()
  const engine = await load()
  const loading = processorTime() - begun
  engine.analyze(readArticle(longArticle(texts, 6_000), 'plain'))
  const megabytes = peakMegabytes()
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0)
  const all = () =>
    milliseconds(() => {
      for (const { text } of texts) engine.analyze(readArticle(text, 'plain'))
    })
  all()
  const charactersPerSecond = (1000 * characters) / middle(Array.from({ length: Math.min(runs, 3) }, all))
  const lengths = (isShort ? [6_000] : [6_000, 300_000]).map((length) => {
    const times = length > 100_000 ? 1 : runs
    return ofLength(engine, longArticle(texts, length), times, Math.max(times, 5))
  })
  return { loading, charactersPerSecond, lengths, megabytes }
}

/** From the text to all results; then a word is typed into the middle, again and again. */
function ofLength(engine: Engine, text: string, runs: number, keystrokes: number): FullSpeed['lengths'][number] {
  const analyze = (typed: string, memory: ArticleMemory) =>
    milliseconds(() => void finish(engine.analyzeInSteps(readArticle(typed, 'plain'), undefined, memory)))
  const memory: ArticleMemory = {}
  const whole = [analyze(text, memory), ...Array.from({ length: runs - 1 }, () => analyze(text, {}))]
  const middleOf = Math.floor(text.length / 2)
  const keystroke = Array.from({ length: keystrokes }, (_, run) =>
    analyze(`${text.slice(0, middleOf)}${'e'.repeat(run + 1)}${text.slice(middleOf)}`, memory)
  )
  return { characters: text.length, whole: middle(whole), keystroke: middle(keystroke) }
}
