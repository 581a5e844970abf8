import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readArticle } from '../../src/article'
import { loadTestEngine, root, type testEngines } from '../engine'
import { contractFaults } from '../unit/contract/contractFaults'

const gold = join(root, '../shared/gold')

if (existsSync(gold)) {
  describe('the contract of an analysis', function () {
    // The largest file takes 20 seconds on a free core, and several times as long on a busy machine.
    this.timeout(300_000)
    for (const file of readdirSync(gold, { recursive: true, encoding: 'utf8' }).sort()) {
      if (!file.endsWith('.jsonl')) continue
      const texts = textsOf(join(gold, file))
      check(file, texts, 'rules alone')
      // Ten times as slow: a part of the texts for development.
      if (file.includes('dev'))
        check(
          file,
          texts.filter((_, index) => index % 4 === 0),
          'with the encoder'
        )
    }
  })
} else {
  console.log('NOTHING WAS CHECKED against the contract: ../shared/gold is not there')
}

function check(file: string, texts: readonly string[], which: keyof typeof testEngines): void {
  if (texts.length === 0) return
  it(`holds for ${texts.length} texts of ${file}, ${which}`, async () => {
    const engine = await loadTestEngine(which)
    for (const text of texts) {
      const article = readArticle(text, 'plain')
      assert.deepEqual(contractFaults(article, engine.analyze(article)), [], text.slice(0, 200))
    }
  })
}

/** The distinct texts of a file of gold; the seeds' gold has none of its own. */
function textsOf(file: string): readonly string[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  const texts = lines.flatMap((line) =>
    line.trim() === '' ? [] : ((JSON.parse(line) as { text?: string }).text ?? [])
  )
  return [...new Set(texts)]
}
