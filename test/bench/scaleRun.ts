// Run by scale.ts in a process of its own: writes the records of varied articles to a file.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadEngine } from '../../src/analysis'
import { readArticle } from '../../src/article'
import { mapSummary, summarize } from '../../src/corpus'
import { processorTime } from '../processorTime'
import { scaleSummary } from './scaleSummaries'

export interface ScaleTask {
  /** Real articles, which are varied. */
  readonly texts: readonly string[]
  /** Articles `from` to before `to`. */
  readonly from: number
  readonly to: number
  readonly path: string
}

export interface ScaleCost {
  /** Milliseconds of the processor. */
  readonly processor: number
  readonly records: number
  readonly bytes: number
}

const [, , models = '', given = ''] = process.argv

async function main(): Promise<ScaleCost> {
  const { texts, from, to, path } = JSON.parse(readFileSync(given, 'utf8')) as ScaleTask
  const engine = await loadEngine((file) => readFile(join(models, file)))
  const base = texts.map((text) => {
    const article = readArticle(text, 'plain')
    return summarize({ id: '', text: article.text, markup: article.markup, analysis: engine.analyze(article) })
  })
  const begun = processorTime()
  const file = openSync(path, 'w')
  let records = 0
  let bytes = 0
  for (let number = from; number < to; number++) {
    const summary = scaleSummary(base, number)
    const lines = mapSummary(summary, summary.id)
    records += lines.length
    const text = Buffer.from(`${lines.join('\n')}\n`)
    bytes += text.length
    for (let at = 0; at < text.length;) at += writeSync(file, text, at)
  }
  closeSync(file)
  return { processor: processorTime() - begun, records, bytes }
}

void main().then((cost) => process.stdout.write(JSON.stringify(cost)))
