import assert from 'node:assert/strict'
import fc from 'fast-check'
import Papa from 'papaparse'
import { readArticle, type ArticleFormat } from '../../src/article'
import type { AnalyzedArticle, Engine } from '../../src/analysis'
import { buildCorpus } from '../../src/corpus'
import { exchangeFormats } from '../../src/exchange'
import { contractFaults } from '../unit/contract/contractFaults'
import { fuzzedText } from '../unit/contract/fuzzedTexts'
import { exportOf } from '../unit/exchange/exportOf'
import type { Fuzzed } from './fuzzed'

/** Texts: what the engine says keeps its contract, links across articles do not fail, and every export can be read again. */
export function fuzzedTexts(engine: Engine): readonly Fuzzed[] {
  return (['plain', 'markdown'] as const).flatMap((format) => [
    {
      name: `texts, ${format}`,
      runs: 400,
      property: fc.property(fuzzedText(format), (text) => {
        const article = readArticle(text, format)
        assert.deepEqual(contractFaults(article, engine.analyze(article)), [])
      })
    },
    {
      name: `exports and links of texts, ${format}`,
      runs: 60,
      property: fc.asyncProperty(fc.array(fuzzedText(format), { minLength: 1, maxLength: 4 }), async (texts) => {
        const articles = texts.map((text, index) => analyzed(engine, `a${index}.txt`, text, format))
        buildCorpus(articles)
        for (const format of exchangeFormats) {
          const file = await exportOf(format, articles)
          if (format.extension === 'json') JSON.parse(file)
          if (format.extension === 'csv') readsAsTable(file)
        }
      })
    }
  ])
}

function analyzed(engine: Engine, name: string, text: string, format: ArticleFormat): AnalyzedArticle {
  const article = readArticle(text, format)
  return { id: name, name, text, markup: article.markup, article, analysis: engine.analyze(article) }
}

function readsAsTable(file: string): void {
  const { data, errors } = Papa.parse<string[]>(file, { skipEmptyLines: true })
  assert.deepEqual(errors, [])
  for (const row of data) assert.equal(row.length, data[0]?.length, 'a row has other columns than the head')
}
