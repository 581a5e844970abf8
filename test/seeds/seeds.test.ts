import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toContractLine, writeJsonLine } from '../../src/exchange'
import type { AnalyzedArticle } from '../../src/analysis'
import { analyzeFolder, root, whichEngines } from '../engine'
import { explain, scoreQuotes, type GoldQuote } from './goldQuotes'

const shared = join(root, '../shared')
const goldFile = join(shared, 'gold/seeds/seeds-gold.jsonl')
const scorer = join(shared, 'eval/score.mjs')

// The seeds are other people's articles: they are read where they lie and never copied into the project.
if (existsSync(join(shared, 'seeds')) && existsSync(goldFile)) {
  for (const which of whichEngines)
    describe(`the seed articles, ${which}`, () => {
      let files: readonly AnalyzedArticle[]
      let gold: ReadonlyMap<string, readonly GoldQuote[]>
      before(async () => {
        files = await analyzeFolder(join(shared, 'seeds'), which)
        const lines = (await readFile(goldFile, 'utf8'))
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line) as { file: string; quotes: GoldQuote[] })
        gold = new Map(lines.map(({ file, quotes }) => [file, quotes]))
        assert.deepEqual(
          files.map(({ name }) => name),
          [...gold.keys()].sort()
        )
      })

      it('give at least 30 of the 41 required quotes with the right source', () => {
        const scored = files.flatMap((file) =>
          scoreQuotes(gold.get(file.name) ?? [], file.analysis.quotes).map((quote) => ({ file, quote }))
        )
        const required = scored.filter(({ quote }) => quote.gold.required)
        const right = required.filter(({ quote }) => quote.rightSource)
        const wrong = required.flatMap(({ file, quote }) => explain(file, quote))
        console.log(
          [
            `    required quotes with the right source: ${right.length} of ${required.length}`,
            ...wrong.map((line) => `      ${line}`)
          ].join('\n')
        )
        assert.equal(required.length, 41)
        assert.ok(right.length >= 30, `${right.length} of ${required.length}:\n${wrong.join('\n')}`)
      })

      it('are scored by the shared scorer', async () => {
        if (!existsSync(scorer)) return console.log(`    no scorer at ${scorer}: the other figures are not computed`)
        const folder = await mkdtemp(join(tmpdir(), 'article-annotator-seeds-'))
        try {
          const predictions = join(folder, 'predictions.jsonl')
          await writeFile(
            predictions,
            files
              .map(({ name, analysis }) => `${writeJsonLine(toContractLine(name.replace(/\.txt$/, ''), analysis))}\n`)
              .join('')
          )
          const output = execFileSync(process.execPath, [scorer, 'seeds', goldFile, predictions], { encoding: 'utf8' })
          console.log(output.trimEnd().replace(/^/gm, '    '))
          assert.match(output, /documents 4, without a prediction 0/)
        } finally {
          await rm(folder, { recursive: true })
        }
      })
    })
} else {
  console.log(
    `NOTHING WAS SCORED: the seed articles (${join(shared, 'seeds')}) or their gold (${goldFile}) are not here.`
  )
}
