// Run by main.ts in a process of its own: articles from text to analysis, one after the other, as a folder is read.
import { readFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadEngine } from '../../src/analysis'
import { readArticle } from '../../src/article'
import { middle, milliseconds } from './measure'
import type { SpeedTask } from './speedRun'

/** Characters a second of processor time over all texts: the first time, the second, and the median of rounds once the code is warm. */
export interface WholeSpeed {
  readonly first: number
  readonly second: number
  readonly warm: number
}

/** The compiler of a new process goes on improving for some millions of characters. */
const charactersUntilWarm = 3_000_000

void (async () => {
  const [models = '', input = ''] = process.argv.slice(2)
  const { texts, runs } = JSON.parse(readFileSync(input, 'utf8')) as SpeedTask
  const engine = await loadEngine((file) => readFile(join(models, file)))
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0)
  const speed = () =>
    (characters /
      milliseconds(() => {
        for (const { text } of texts) engine.analyze(readArticle(text, 'plain'))
      })) *
    1000
  const first = speed()
  const second = speed()
  for (let seen = 2 * characters; seen < charactersUntilWarm; seen += characters) speed()
  process.stdout.write(
    JSON.stringify({ first, second, warm: middle(Array.from({ length: runs }, speed)) } satisfies WholeSpeed)
  )
})()
