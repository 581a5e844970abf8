import assert from 'node:assert/strict'
import type { Analysis, AnalyzedArticle } from '../../../src/analysis'
import { writeJsonArray, writeJsonLines } from '../../../src/cli/contractWriters'
import { toContractLine } from '../../../src/exchange'
import { emptyArticle, exampleArticle } from '../exchange/exampleArticle'

describe('the JSON of analyze', () => {
  it('is an array of contract lines', async () => {
    assert.deepEqual(await parsed([]), [])
    assert.deepEqual(await parsed([exampleArticle({ name: 'a.txt' }), emptyArticle]), [
      { ...toContractLine('a.txt', exampleArticle().analysis), isArticle: true, language: 'en' },
      { ...toContractLine('empty.txt', emptyArticle.analysis), isArticle: true, language: 'en' }
    ])
  })

  it('says who decided beside each fact, where somebody did, and never in JSON Lines, which are a contract', async () => {
    const line = { ...toContractLine('article.txt', decided.analysis), isArticle: true, language: 'en' }
    assert.deepEqual(await parsed([decided]), [
      {
        ...line,
        mentions: [{ ...line.mentions[0], decidedBy: 'Rosa' }, line.mentions[1]],
        entities: [{ ...line.entities[0], identity: 'https://example.org/ada' }, line.entities[1]],
        quotes: [{ ...line.quotes[0], decidedBy: '=Tom' }]
      }
    ])
    for await (const written of writeJsonLines([decided])) assert.doesNotMatch(written, /decided|identity|Rosa/)
  })

  it('is written article by article', async () => {
    for (const write of [writeJsonArray, writeJsonLines]) {
      const events: string[] = []
      function* announced() {
        for (const name of ['a.txt', 'b.txt']) {
          events.push(`asks for ${name}`)
          yield exampleArticle({ name })
        }
      }
      for await (const piece of write(announced()))
        for (const name of ['a.txt', 'b.txt']) if (piece.includes(name)) events.push(`writes ${name}`)
      assert.deepEqual(events, ['asks for a.txt', 'writes a.txt', 'asks for b.txt', 'writes b.txt'])
    }
  })
})

const decided: AnalyzedArticle = { ...exampleArticle(), analysis: withAnnotators(exampleArticle().analysis) }

function withAnnotators({ mentions, entities, quotes, links }: Analysis): Analysis {
  return {
    mentions: mentions.map((mention, index) => (index === 0 ? { ...mention, decidedBy: 'Rosa' } : mention)),
    entities: entities.map((entity, index) =>
      index === 0 ? { ...entity, identity: 'https://example.org/ada' } : entity
    ),
    quotes: quotes.map((quote) => ({ ...quote, rule: 'decided', decidedBy: '=Tom' })),
    links
  }
}

async function parsed(articles: readonly AnalyzedArticle[]): Promise<unknown> {
  let text = ''
  for await (const piece of writeJsonArray(articles)) text += piece
  return JSON.parse(text)
}
