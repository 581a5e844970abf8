import assert from 'node:assert/strict'
import { factAt, factsAt } from '../../../../src/annotations'
import { marked } from '../../editor/articleText'

describe('what is at a place', () => {
  const { text, analysis, at } = marked(
    '{a:Ana Ruiz} said \u201C{b:Bo} of {o:Bank of {p:Quito}} left.\u201D {a:Ana Ruiz} slept.',
    {
      a: { name: 'Ana Ruiz', type: 'person' },
      b: { name: 'Bo', type: 'person' },
      o: { name: 'Bank of Quito', type: 'organization' },
      p: { name: 'Quito', type: 'place' }
    },
    [{ content: '\u201CBo of Bank of Quito left.\u201D', source: 'Ana Ruiz', speaker: 'a' }]
  )
  const article = { id: 'a', text, markup: [], analysis }
  const span = (words: string) => ({ start: at(words), end: at(words) + words.length })
  const cursor = (words: string) => ({ start: at(words), end: at(words) })
  const line = (pointed: Parameters<typeof factsAt>[1]) => {
    const { mention, entity, quote } = factsAt(article, pointed)
    const one = mention === undefined ? undefined : analysis.mentions[mention]
    return `${one ? text.slice(one.start, one.end) : '-'} | ${entity?.name ?? '-'} | ${quote ?? '-'}`
  }

  it('is the innermost name, who it is, and the quote around it', () => {
    assert.equal(line(cursor('uito')), 'Quito | Quito | 0')
    assert.equal(line(cursor('ank')), 'Bank of Quito | Bank of Quito | 0')
    assert.equal(line(cursor('left')), '- | - | 0')
  })

  it('is the source of a quote, too', () => {
    assert.equal(line(cursor('na Ruiz')), 'Ana Ruiz | Ana Ruiz | 0')
  })

  it('is, of selected words, the name that they are, or have most in common with', () => {
    assert.equal(line(span('Bank of Quito')), 'Bank of Quito | Bank of Quito | 0')
    assert.equal(line(span('Quito')), 'Quito | Quito | 0')
    assert.equal(line(span('of Bank')), 'Bank of Quito | Bank of Quito | 0')
  })

  it('is nothing where there is nothing', () => {
    assert.equal(line(cursor('slept.')), '- | - | -')
  })

  it('is what is pointed at, of that kind alone', () => {
    assert.equal(line({ ...cursor('uito'), about: 'quote' }), '- | - | 0')
    assert.equal(line({ ...cursor('uito'), about: 'mention' }), 'Quito | Quito | -')
    assert.equal(line({ ...cursor('uito'), about: 'entity', key: 'person Bo' }), '- | Bo | -')
    assert.equal(line({ ...cursor('uito'), about: 'mention', key: 'name Ana Ruiz  #2' }), 'Ana Ruiz | Ana Ruiz | -')
  })

  it('is the name rather than the quote, where nobody says which', () => {
    assert.deepEqual(factAt(article, cursor('uito'))?.about, 'mention')
    assert.deepEqual(factAt(article, cursor('left')), { about: 'quote', index: 0 })
  })
})
