import assert from 'node:assert/strict'
import { readArticle } from '../../../src/article'
import { linkSummaries, searchText, summarize } from '../../../src/corpus'
import { countWords } from '../../../src/util/countWords'
import { foldLetters } from '../../../src/util/folding'
import { loadTestEngine } from '../../engine'
import { articlesByLanguage } from '../article/languages/articlesByLanguage'

/** A quote of each article, and a word of it. */
const quoted = {
  zh: ['\u6211\u4EEC\u7B49\u8FD9\u4E00\u5929\u5DF2\u7ECF\u7B49\u4E86\u5F88\u4E45', '\u8FD9\u4E00\u5929'],
  ja: ['\u3053\u306E\u65E5\u3092\u9577\u3044\u9593\u5F85\u3063\u3066\u3044\u307E\u3057\u305F', '\u9577\u3044\u9593'],
  th: [
    '\u0E40\u0E23\u0E32\u0E23\u0E2D\u0E27\u0E31\u0E19\u0E19\u0E35\u0E49\u0E21\u0E32\u0E19\u0E32\u0E19\u0E41\u0E25\u0E49\u0E27',
    '\u0E27\u0E31\u0E19\u0E19\u0E35\u0E49'
  ],
  hi: [
    '\u0939\u092E \u0907\u0938 \u0926\u093F\u0928 \u0915\u093E \u0932\u0902\u092C\u0947 \u0938\u092E\u092F \u0938\u0947 \u0907\u0902\u0924\u091C\u093E\u0930 \u0915\u0930 \u0930\u0939\u0947 \u0925\u0947',
    '\u0907\u0902\u0924\u091C\u093E\u0930'
  ]
} as const

describe('articles in every script', () => {
  for (const [language, [quote, word]] of Object.entries(quoted))
    it(`are found, and their quotes again in another article: ${language}`, async () => {
      const engine = await loadTestEngine()
      const text = articlesByLanguage[language]!
      assert.ok(text.includes(quote))
      const [first, second] = [text, `${text}\n`].map((written, index) => {
        const article = readArticle(written, 'plain')
        const analysis = engine.analyze(article)
        assert.equal(analysis.quotes.length, 1)
        assert.ok(searchText(article, analysis).quotes.includes(foldLetters(word)), word)
        return { id: String(index), name: String(index), text: written, markup: [], article, analysis }
      })
      assert.equal(linkSummaries([summarize(first!), summarize(second!)]).reuse.length, 1)
    })

  it('have about as many words as they say', () => {
    for (const [text, words] of [
      ['The bridge is open.', 4],
      ['\u0928\u0917\u0930 \u092A\u0930\u093F\u0937\u0926 \u0928\u0947', 3],
      ['\u0648\u0642\u0627\u0644\u062A \u0644\u064A\u0644\u0649', 2],
      ['\u5E02\u8BAE\u4F1A\u661F\u671F\u4E09\u6279\u51C6', 4],
      ['GDP\u589E\u957F2.5%', 3],
      ['cafe\u0301 au lait', 3]
    ] as const)
      assert.equal(countWords(text), words, text)
  })
})
