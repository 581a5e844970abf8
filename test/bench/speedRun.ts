// Run by main.ts in a process of its own, bundled: speeds of all steps and what a keystroke costs.
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadEngine } from '../../src/analysis'
import { measureDecisions, type DecisionsCost } from './decisions'
import { measureKeystroke, type Keystroke } from './keystroke'
import { longArticle, type BenchText } from './texts'
import { measureThroughput, type StepSpeed } from './throughput'

export interface SpeedTask {
  readonly texts: readonly BenchText[]
  readonly runs: number
}

export interface Speeds {
  readonly steps: readonly StepSpeed[]
  readonly keystrokes: readonly Keystroke[]
  readonly decisions: DecisionsCost
}

void (async () => {
  const [models = '', input = ''] = process.argv.slice(2)
  const { texts, runs } = JSON.parse(readFileSync(input, 'utf8')) as SpeedTask
  const engine = await loadEngine((file) => readFile(join(models, file)))
  const steps = measureThroughput(engine, texts, runs)
  const keystrokes: Keystroke[] = []
  for (const length of [6_000, 300_000])
    keystrokes.push(
      await measureKeystroke(engine, longArticle(texts, length), Math.min(runs, length > 100_000 ? 7 : runs))
    )
  const decisions = measureDecisions(longArticle(texts, 300_000), 20_000, Math.min(runs, 7))
  process.stdout.write(JSON.stringify({ steps, keystrokes, decisions } satisfies Speeds))
})()
