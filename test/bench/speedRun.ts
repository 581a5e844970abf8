// Run by main.ts in a process of its own, bundled: speeds of all steps and what a keystroke costs.
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadEngine } from '../../src/analysis'
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
  process.stdout.write(JSON.stringify({ steps, keystrokes } satisfies Speeds))
})()
