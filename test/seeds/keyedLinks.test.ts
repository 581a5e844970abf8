import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readArticle } from '../../src/article'
import { toLinks } from '../../src/cli/links'
import { linkSummaries, mapSummary, summarize, type ArticleSummary } from '../../src/corpus'
import { partlyReduced, reduced } from '../unit/corpus/keyed/reduced'
import { analyzeFolder, loadTestEngine, root } from '../engine'

const shared = join(root, '../shared')
const gold = join(shared, 'gold')

if (existsSync(gold)) {
  describe('links of all shared articles as a stream of records', () => {
    it('have the bytes of links in one process, also in parts', async () => {
      const summaries = [...(await summariesOfLines()), ...(await analyzeFolder(join(shared, 'seeds'))).map(summarize)]
      const lines = summaries.flatMap((summary) => mapSummary(summary, summary.id)).reverse()
      const expected = JSON.stringify(toLinks(linkSummaries(summaries)))
      assert.ok(summaries.length > 1000)
      for (const records of [lines, partlyReduced(lines, 3)]) {
        const { result, failures } = reduced(records)
        assert.deepEqual(failures, [])
        assert.ok(JSON.stringify(result) === expected, 'another result')
      }
    }).timeout(300_000)
  })
} else console.log(`NOTHING WAS LINKED: the shared articles (${gold}) are not here.`)

/** Of every text of the gold data, by file and line. Its acting sentences are of one sentence each: every tenth is enough. */
async function summariesOfLines(): Promise<readonly ArticleSummary[]> {
  const engine = await loadTestEngine()
  const summaries: ArticleSummary[] = []
  for (const file of (await readdir(gold, { recursive: true })).filter((name) => name.endsWith('.jsonl')).sort()) {
    const lines = (await readFile(join(gold, file), 'utf8')).split('\n').filter(Boolean)
    for (const [number, line] of lines.entries()) {
      if (file.startsWith('acting') && number % 10 !== 0) continue
      const { text } = JSON.parse(line) as { readonly text?: string }
      if (text === undefined) continue
      const article = readArticle(text, 'plain')
      const analysis = engine.analyze(article)
      summaries.push(summarize({ id: `${file}:${number}`, text: article.text, markup: article.markup, analysis }))
    }
  }
  return summaries
}
