import assert from 'node:assert/strict'
import { parse } from 'papaparse'
import type { Analysis, AnalyzedArticle } from '../../../src/analysis'
import { toContractLine, writeJsonLines } from '../../../src/exports'
import { exampleArticle } from './example'
import { formatOf, written } from './written'

describe('who decided, in exports', () => {
  it('is a column of the entities, with each annotator once', async () => {
    const [ada, riga] = await rowsOf('csv-entities')
    assert.deepEqual([ada?.['decided by'], ada?.['identity']], ['Rosa', 'https://example.org/ada'])
    assert.deepEqual([riga?.['decided by'], riga?.['identity']], ['', ''])
  })

  it('is a column of the quotes, and no formula', async () => {
    assert.deepEqual(
      (await rowsOf('csv-quotes')).map((row) => row['decided by']),
      ["'=Tom"]
    )
  })

  it('is beside each fact in JSON, where somebody decided, and never in JSON Lines, which are a contract', async () => {
    const [exported] = JSON.parse(await written(formatOf('json'), [decided])) as [ReturnType<typeof toContractLine>]
    const line = toContractLine('article.txt', decided.analysis)
    assert.deepEqual(exported, {
      ...line,
      mentions: [{ ...line.mentions[0], decidedBy: 'Rosa' }, line.mentions[1]],
      entities: [{ ...line.entities[0], identity: 'https://example.org/ada' }, line.entities[1]],
      quotes: [{ ...line.quotes[0], decidedBy: '=Tom' }]
    })
    for await (const written of writeJsonLines([decided])) assert.doesNotMatch(written, /decided|identity|Rosa/)
  })

  it('is told in the report, as text', async () => {
    const report = await written(formatOf('markdown'), [
      { ...decided, analysis: decidedBy(decided.analysis, '<b>Tom</b>') }
    ])
    assert.match(report, /\| Name \| Type \| .* \| Quotes \| Decided by \|/)
    assert.match(report, /\| Ada Brandt \| person \| .* \| Rosa \|/)
    assert.match(report, /\| Name \| Country \| Mentions \| Of them acting \|\n/, 'nobody decided about a place')
    assert.match(report, /cue: said; decided by: \\<b>Tom\\<\/b>; rule: decided/)
  })
})

const decided: AnalyzedArticle = { ...exampleArticle(), analysis: decidedBy(exampleArticle().analysis, '=Tom') }

function decidedBy({ mentions, entities, quotes, links }: Analysis, annotator: string): Analysis {
  return {
    mentions: mentions.map((mention, index) => (index === 0 ? { ...mention, decidedBy: 'Rosa' } : mention)),
    entities: entities.map((entity, index) =>
      index === 0 ? { ...entity, identity: 'https://example.org/ada' } : entity
    ),
    quotes: quotes.map((quote) => ({ ...quote, rule: 'decided', decidedBy: annotator })),
    links
  }
}

async function rowsOf(id: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const csv = await written(formatOf(id), [decided])
  return parse<Record<string, string>>(csv.replace('\uFEFF', ''), { header: true, skipEmptyLines: true }).data
}
