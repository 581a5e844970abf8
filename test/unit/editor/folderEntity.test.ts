import assert from 'node:assert/strict'
import { corpusOf, type CorpusEntity } from '../../../src/corpus'
import { distinctCount } from '../../../src/util/distinct'
import { matchesQuery, searchEntities } from '../../../src/editor/symbolQuery'

const lind = corpusEntity('Mara Lind', ['north e1', 'south e3', 'west e2'], ['north 0', 'south 2', 'west 0', 'west 1'])
const corpus = corpusOf({
  entities: [
    corpusEntity('Elmshaven', ['north e2'], []),
    lind,
    { ...corpusEntity('a port official', ['south e1'], ['south 0']), named: false },
    { ...corpusEntity('a linden tree', ['south e9'], []), named: false }
  ],
  // The agency's text in two articles, and a pair that is none of hers.
  reuse: [
    [
      { article: 'north', quote: 0 },
      { article: 'west', quote: 1 }
    ],
    [
      { article: 'south', quote: 0 },
      { article: 'south', quote: 1 }
    ]
  ],
  suggestions: []
})

describe('what the folder knows of an entity', () => {
  it('is who it is in all articles', () => {
    assert.equal(corpus.entityOf({ article: 'south', entity: 'e3' }), lind)
    assert.equal(corpus.entityOf({ article: 'south', entity: 'e2' }), undefined)
    assert.equal(corpus.entityOf({ article: 'east', entity: 'e1' }), undefined)
  })

  it('counts a repeated quote when its like is not counted', () => {
    const inWest = lind.quotes.filter(({ article }) => article === 'west')
    const elsewhere = lind.quotes.filter(({ article }) => article !== 'west')
    assert.equal(
      distinctCount(elsewhere, (quote) => corpus.reuseGroupOf(quote)),
      2
    )
    assert.equal(
      distinctCount(inWest, (quote) => corpus.reuseGroupOf(quote)),
      2
    )
  })
})

describe('searching entities', () => {
  it('matches letters in their order, words in any order, capitals or not', () => {
    for (const query of ['', 'mara', 'LIND', 'mld', 'lind mara', '  ', 'a'])
      assert.ok(matchesQuery('Mara Lind', query), query)
    for (const query of ['x', 'dnil', 'mara x', 'lindm', 'mara lindd'])
      assert.ok(!matchesQuery('Mara Lind', query), query)
  })

  it('finds the named before the quoted, those of more articles first, and not more than asked', () => {
    assert.deepEqual(names('', 9), ['Mara Lind', 'Elmshaven', 'a port official'])
    assert.deepEqual(names('', 1), ['Mara Lind'])
    assert.deepEqual(names('offic', 9), ['a port official'])
    assert.deepEqual(names('linden', 9), [])
    assert.deepEqual(names('el', 9), ['Elmshaven'])
  })

  it('finds what has the query in one piece before what has its letters only', () => {
    assert.deepEqual(names('a', 9), ['Mara Lind', 'Elmshaven', 'a port official'])
    assert.deepEqual(names('al', 9), ['a port official', 'Mara Lind'])
  })
})

function corpusEntity(name: string, members: readonly string[], quotes: readonly string[]): CorpusEntity {
  const parts = (reference: string) => reference.split(' ') as [string, string]
  return {
    id: name,
    name,
    type: 'person',
    named: true,
    members: members.map(parts).map(([article, entity]) => ({ article, entity })),
    quotes: quotes.map(parts).map(([article, quote]) => ({ article, quote: Number(quote) }))
  }
}

function names(query: string, most: number): string[] {
  return searchEntities(corpus, query, most).map(({ name }) => name)
}
