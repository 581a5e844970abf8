import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readArticle } from '../../src/article'
import { loadTestEngine, root, whichEngines } from '../engine'
import { contractFaults } from '../unit/contract/contractFaults'

const gold = join(root, '../shared/gold')

if (existsSync(gold)) {
  describe('the contract of an analysis', () => {
    for (const file of readdirSync(gold, { recursive: true, encoding: 'utf8' }).sort()) {
      if (!file.endsWith('.jsonl')) continue
      const texts = textsOf(join(gold, file))
      if (texts.length === 0) continue
      const checked = file.includes('dev') ? whichEngines : (['rules alone'] as const)
      for (const which of checked)
        it(`holds for the ${texts.length} texts of ${file}, ${which}`, async () => {
          const engine = await loadTestEngine(which)
          for (const text of texts) {
            const article = readArticle(text, 'plain')
            assert.deepEqual(contractFaults(article, engine.analyze(article)), [], text.slice(0, 200))
          }
        })
    }
  })
} else {
  console.log('NOTHING WAS CHECKED against the contract: ../shared/gold is not there')
}

/** The distinct texts of a file of gold; the seeds' gold has none of its own. */
function textsOf(file: string): readonly string[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  const texts = lines.flatMap((line) =>
    line.trim() === '' ? [] : ((JSON.parse(line) as { text?: string }).text ?? [])
  )
  return [...new Set(texts)]
}
