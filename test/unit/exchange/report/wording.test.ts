import assert from 'node:assert/strict'
import { htmlReport } from '../../../../src/exchange/formats/html'
import { markdownReport } from '../../../../src/exchange/formats/markdown'
import type { Wording } from '../../../../src/exchange/wording'
import { inEnglish } from '../../../../src/util/translate'
import { plainDocument } from '../documents'
import { attribute, elementsIn, readPage, textIn } from '../formats/readPage'
import { inputOf, writtenText } from '../inputs'

/** Every letter of ours becomes a dot, so that what is left are the words of articles, people and codes. */
const dots: Wording = {
  language: 'de',
  translate: (text, ...values) => inEnglish(text.replace(/\p{L}/gu, '\u00B7'), ...values)
}

describe('a report in another language', () => {
  it('has no English word in its headings, tables and labels (HTML)', async () => {
    const page = readPage(await writtenText(htmlReport, inputOf([plainDocument()], { wording: dots })))
    const own = /^(h[1-4]|th|dt|caption|summary|nav|aside|figcaption|header)$/
    const words = page.elements
      .filter(({ tagName }) => own.test(tagName))
      .flatMap((element) => [
        textIn(element),
        ...elementsIn(element).map((inner) => attribute(inner, 'aria-label') ?? '')
      ])
      .flatMap((text) => text.match(/\p{L}+/gu) ?? [])
    assert.deepEqual([...new Set(words)].sort(), articleWords)
    assert.equal(
      attribute(
        page.elements.find(({ tagName }) => tagName === 'html')!,
        'lang'
      ),
      'de'
    )
  })

  it('has no English word in its headings and tables (Markdown)', async () => {
    const text = await writtenText(markdownReport, inputOf([plainDocument()], { wording: dots }))
    const lines = text.split('\n').filter((line) => /^(#|\||[-*] \*\*)/.test(line))
    const known = new Set([...articleWords, ...otherWords])
    const words = lines.flatMap((line) => line.match(/\p{L}+/gu) ?? []).filter((word) => !known.has(word))
    assert.deepEqual([...new Set(words)], [])
  })

  it('has numbers as that language writes them', async () => {
    const many = { ...plainDocument(), head: { ...plainDocument().head, words: 12_345 } }
    const german = await writtenText(markdownReport, inputOf([many], { wording: dots }))
    assert.match(german, /^1 \u00B7+, 12\.345 \u00B7+/m)
    assert.match(await writtenText(markdownReport, inputOf([many])), /^1 article, 12,345 words/m)
  })
})

/** Of the title, the articles, their people and places, and the codes. */
const articleWords =
  'Aven Dam Emoji Fear LIRA Lind Mara Oren Test Vail articles b cmd dam divides plan txt valley x'.split(' ')

/** Of descriptions, countries, annotators and memos. */
const otherWords =
  'a farmer Words of fear Ana Lira drown us strong word wept Is this quote No About the whole article'.split(' ')
