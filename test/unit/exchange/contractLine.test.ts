import assert from 'node:assert/strict'
import { toContractLine, writeJsonLine } from '../../../src/exchange'
import { exampleArticle } from './exampleArticle'

describe('the command line\u2019s shape', () => {
  it('has the fields of the contract and no others', () => {
    assert.deepEqual(toContractLine('a', exampleArticle().analysis), {
      id: 'a',
      mentions: [
        { start: 37, end: 47, type: 'person', form: 'name', acting: false, entity: 'e1' },
        { start: 56, end: 60, type: 'place', form: 'name', acting: false, entity: 'e2' }
      ],
      entities: [
        { id: 'e1', name: 'Ada Brandt', type: 'person', named: true },
        { id: 'e2', name: 'Riga', type: 'place', named: true }
      ],
      quotes: [
        { content: [[13, 35]], cue: [[48, 52]], source: [[37, 47]], kind: 'direct', act: 'speech', speaker: 'e1' }
      ],
      links: [{ speaker: 'e1', quotes: [0] }]
    })
  })

  it('keeps null where a quote has no cue, source or speaker', () => {
    const { analysis } = exampleArticle()
    const quotes = analysis.quotes.map((quote) => ({ ...quote, cue: null, source: null, speaker: null }))
    const [quote] = toContractLine('a', { ...analysis, quotes }).quotes
    assert.deepEqual([quote?.cue, quote?.source, quote?.speaker], [null, null, null])
  })

  it('is one line for every reader, whatever the names are', () => {
    const name = 'A\u2028B\u2029C\u0085D\nE\uD800F\u0000'
    const line = writeJsonLine(toContractLine(name, exampleArticle({ speaker: name }).analysis))
    assert.doesNotMatch(line, /[\n\r\v\f\u0085\u2028\u2029\uD800]/)
    const back = JSON.parse(line) as { id: string; entities: { name: string }[] }
    assert.deepEqual([back.id, back.entities[0]?.name], [name, name])
  })
})
