import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { detectLanguage, readArticle } from '../../../../src/article'
import { root } from '../../../engine'
import { articlesByLanguage } from './articlesByLanguage'
import { processorTime } from '../../../processorTime.js'

describe('the language of an article', () => {
  for (const [language, text] of Object.entries(articlesByLanguage))
    it(`is told: ${language}`, () => {
      assert.equal(detectLanguage(text), language)
      assert.equal(readArticle(text, 'markdown').language, language)
    })

  it('is never another one where it is English', () => {
    const samples = ['leeds-court-report.txt', 'geneva-talks-meridian.txt', 'what-the-satellites-saw.md']
    for (const name of samples) {
      const text = readFileSync(join(root, 'samples', name), 'utf8')
      assert.equal(detectLanguage(text), 'en', name)
      for (const sentence of text.split(/(?<=[.!?])\s+/))
        assert.ok(['en', null].includes(detectLanguage(sentence)), sentence)
    }
  })

  it('is English where most of it is, whatever it quotes', () => {
    const quoting = `The minister said in Madrid on Tuesday: "${articlesByLanguage['es']!.slice(0, 80)}" It was not clear what he meant by that, and his office said it would not comment on the matter.`
    assert.equal(detectLanguage(quoting), 'en')
    assert.equal(
      detectLanguage(
        'MEN\u2019S SINGLES: S. Bruguera (Spain) beat A. Costa (Spain) 6-4 6-2; U. Stenlund beat Z. Kov\u00E1cs 7-5'
      ),
      null
    )
  })

  it('is not told of a few words', () => {
    for (const text of ['', 'Hola', 'Die Welt', 'Ann Roe', '12.5 %', '\u4E2D\u6587', '\uD800\uDC00', 'A. de la Cruz'])
      assert.equal(detectLanguage(text), null, text)
  })

  it('takes no longer for a hostile text', () => {
    for (const hostile of ["l'", '\u0438', 'de ', '\u0915', '\u4E00', 'a\u0300', '\uD800']) {
      const began = processorTime()
      detectLanguage(hostile.repeat(1_000_000))
      assert.ok(processorTime() - began < 1000, hostile)
    }
  })
})
