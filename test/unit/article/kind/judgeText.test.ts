import assert from 'node:assert/strict'
import { judgeText } from '../../../../src/article'
import { articlesByLanguage } from '../languages/articlesByLanguage'
import { articles, others } from './texts'
import { processorTime } from '../../../processorTime.js'

describe('whether a text is an article', () => {
  for (const [name, text] of Object.entries(articles))
    it(`takes ${name} for one`, () => {
      assert.deepEqual(judgeText(text), { isArticle: true, resembles: null, reasons: [] })
      assert.equal(judgeText(text.replaceAll('\n', '\r\n')).isArticle, true)
    })

  for (const [name, { text, resembles }] of Object.entries(others))
    it(`takes ${name} for none, and says why`, () => {
      const verdict = judgeText(text)
      assert.deepEqual([verdict.isArticle, verdict.resembles], [false, resembles])
      assert.ok(verdict.reasons.length > 0)
      for (const { count, of } of verdict.reasons) assert.ok(count <= of && of > 0)
    })

  it('does not depend on the language', () => {
    for (const [language, text] of Object.entries(articlesByLanguage))
      assert.equal(judgeText(text).isArticle, true, language)
  })

  it('tells how many lines speak against it', () => {
    assert.deepEqual(judgeText(others['a log']!.text).reasons[0], { kind: 'time-stamps', count: 6, of: 6 })
    assert.deepEqual(
      judgeText(others['a list of requirements']!.text).reasons.map(({ kind }) => kind),
      ['settings', 'single-words']
    )
  })

  it('is an article where there is nothing to see', () => {
    for (const text of ['', ' \n\n', 'Hello', '?', '\uD800', '\0'.repeat(50)])
      assert.equal(judgeText(text).isArticle, true)
  })

  it('looks at the beginning alone, whatever follows', () => {
    const article = `${articles['a news item']!}\n\n`.repeat(40)
    assert.equal(judgeText(article + others['a log']!.text.repeat(100)).isArticle, true)
    for (const hostile of ['"', 'a_', ',x', '| ', '`', '<a', '\u00AB', 'A. ', '\n', '1.2.3 ', '{', '\uD800']) {
      const began = processorTime()
      judgeText(hostile.repeat(1_000_000))
      assert.ok(processorTime() - began < 1000, JSON.stringify(hostile))
    }
  })
})
