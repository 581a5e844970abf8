import assert from 'node:assert/strict'
import fc from 'fast-check'
import { occurrencesOf } from '../../../../src/annotations'
import { readArticle, shownText } from '../../../../src/article'
import { processorTime } from '../../../processorTime.js'

describe('all occurrences of words', () => {
  const found = (text: string, words: string) =>
    occurrencesOf({ text, markup: [] }, words).map(({ start, end }) => `${start} ${text.slice(start, end)}`)

  it('are whole words, with marks beside them', () => {
    assert.deepEqual(found('Bush, ambush, Bush\u2019s, Bush-era, Bushes (Bush)', 'Bush'), [
      '0 Bush',
      '14 Bush',
      '22 Bush',
      '40 Bush'
    ])
  })

  it('have the same case, but may begin a sentence', () => {
    assert.deepEqual(found('Protesters saw protesters. PROTESTERS.', 'protesters'), ['0 Protesters', '15 protesters'])
    assert.deepEqual(found('They told us that the US and Us', 'us'), ['10 us', '29 Us'])
    assert.deepEqual(found('who WHO Who', 'WHO'), ['4 WHO'])
  })

  it('may be broken by a line end, not by a paragraph', () => {
    assert.deepEqual(found('Ana\nRuiz, Ana  Ruiz, Ana\r\nRuiz, Ana\n\nRuiz', 'Ana Ruiz'), [
      '0 Ana\nRuiz',
      '10 Ana  Ruiz',
      '21 Ana\r\nRuiz'
    ])
  })

  it('have either form of quotation marks', () => {
    assert.deepEqual(found('O\u2019Neil and O\u0027Neil', "O'Neil"), ['0 O\u2019Neil', '11 O\u0027Neil'])
  })

  it('are letters of any alphabet, and never half a character', () => {
    assert.deepEqual(
      found('\u041F\u0443\u0442\u0438\u043D, \u041F\u0443\u0442\u0438\u043D\u0430', '\u041F\u0443\u0442\u0438\u043D'),
      ['0 \u041F\u0443\u0442\u0438\u043D']
    )
    assert.deepEqual(found('\u{1F600}\u{1F601}', '\u{1F600}'), ['0 \u{1F600}'])
    assert.deepEqual(found('a \uD83D b', '\uD83D'), [])
  })

  it('are found as a reader sees them, and given where they stand in the source', () => {
    const { text, markup } = readArticle('**Ana** *Ruiz* and Ana Ruiz', 'markdown')
    const spans = occurrencesOf({ text, markup }, 'Ana Ruiz')
    assert.deepEqual(
      spans.map((span) => shownText({ text, markup }, span)),
      ['Ana Ruiz', 'Ana Ruiz']
    )
  })

  it('are no pattern, and never more than the text has', () => {
    assert.deepEqual(found('a.c abc (x|y)* [z', 'a.c'), ['0 a.c'])
    assert.deepEqual(found('a.c abc (x|y)* [z', '(x|y)*'), ['8 (x|y)*'])
    assert.deepEqual(found('nothing', '  '), [])
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 100 }),
        fc.string({ unit: 'binary', maxLength: 4 }),
        (text, words) => {
          for (const { start, end } of occurrencesOf({ text: `${text} ${words} ${text}`, markup: [] }, words))
            assert.ok(start < end)
        }
      )
    )
  })

  it('takes no longer for a hostile text', () => {
    const text = 'a '.repeat(100_000)
    const began = processorTime()
    occurrencesOf({ text, markup: [] }, 'a '.repeat(98) + 'b')
    assert.ok(processorTime() - began < 3000)
  })
})
