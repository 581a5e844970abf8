import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  decodeText,
  readArticle,
  shownArticle,
  shownText,
  type Article,
  type ArticleFormat,
  type Span
} from '../../../src/article'

/** Pieces of articles and everything that ever broke an offset, so that random texts look like hostile news. */
const fragments = fc.constantFrom(
  'The',
  'talks',
  'al-Amin',
  'U.S.',
  'Feb. 21',
  "minister's",
  'they\u2019ve',
  '34,789',
  '\u201cNo,\u201d',
  '"Yes."',
  "'",
  '\u2018',
  '\u00ab',
  '...',
  '\u2026',
  '--',
  '\u2014',
  '-',
  '(AP)',
  'TUNIS:',
  'TUNIS, May 2 (AP) \u2014',
  'By Mina Harlow',
  'LONDON 1996-08-30',
  '(Reporting by Mina Harlow)',
  '# ',
  '> ',
  '* ',
  '- ',
  '1. ',
  '    ',
  '```',
  '`',
  '[',
  '](x)',
  '<b>',
  '</b>',
  '<!--',
  '---',
  '---\ntitle: x\n---\n',
  '&amp;',
  '&nbsp;',
  '&ldquo;',
  '&nGt;',
  '&#x1F600;',
  '\\',
  '\\*',
  '<br>',
  '|',
  '|-|',
  '~~',
  '**',
  '_',
  '[^1]',
  '[^1]: ',
  'https://example.org',
  'a@b.org',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\t',
  ' ',
  '\u00a0',
  '\u2028',
  '\ufeff',
  '\u200d',
  '\u00ad',
  '\u0000',
  '\u202e',
  '\u0301',
  '\u{1f600}',
  '\u{1f468}\u200d\u{1f469}',
  '\u{1f1eb}\u{1f1f7}',
  '\ud83d',
  '\ude00',
  '\u0642\u0627\u0644',
  '\u5317\u4eac',
  '.',
  ',',
  '!',
  '?',
  ':',
  ';',
  '/',
  '@',
  '#',
  '$',
  '%',
  '&'
)
const hostileText = fc.oneof(
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: fragments },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
        { weight: 1, arbitrary: fc.constant(' ') }
      ),
      { maxLength: 60 }
    )
    .map((parts) => parts.join('')),
  fc.array(fragments, { maxLength: 60 }).map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 }).map((units) => String.fromCharCode(...units))
)
const formats: readonly ArticleFormat[] = ['plain', 'markdown']
const runs = { numRuns: 1500 }

function assertInside(inner: Span, outer: Span) {
  assert.ok(
    outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end,
    `${JSON.stringify(inner)} outside of ${JSON.stringify(outer)}`
  )
}

function assertWellFormed(article: Article) {
  const whole = { start: 0, end: article.text.length }
  let end = 0
  for (const mark of article.markup) {
    assert.ok(mark.start >= end && mark.end > mark.start && mark.end <= whole.end, `mark ${JSON.stringify(mark)}`)
    end = mark.end
  }
  end = 0
  for (const token of article.tokens) {
    assert.equal(shownText(article, token), token.text)
    assert.ok(
      token.start >= end && token.end > token.start && /^\S[^\n\r]*$/.test(token.text.replace(/\s/g, '\n')),
      `token ${JSON.stringify(token)}`
    )
    end = token.end
  }
  let nextToken = 0
  article.sentences.forEach((sentence) => {
    assert.equal(sentence.firstToken, nextToken)
    assert.ok(sentence.endToken > sentence.firstToken)
    assert.equal(sentence.start, article.tokens[sentence.firstToken]?.start)
    assert.equal(sentence.end, article.tokens[sentence.endToken - 1]?.end)
    nextToken = sentence.endToken
  })
  assert.equal(nextToken, article.tokens.length)
  let nextSentence = 0
  let paragraphEnd = 0
  article.paragraphs.forEach((paragraph, index) => {
    assert.ok(paragraph.start >= paragraphEnd)
    assert.equal(paragraph.firstSentence, nextSentence)
    assert.ok(paragraph.endSentence > paragraph.firstSentence)
    for (const sentence of article.sentences.slice(paragraph.firstSentence, paragraph.endSentence)) {
      assert.equal(sentence.paragraph, index)
      assertInside(sentence, paragraph)
    }
    nextSentence = paragraph.endSentence
    paragraphEnd = paragraph.end
  })
  assert.equal(nextSentence, article.sentences.length)
  for (const span of [article.title, article.agency, article.date]) if (span !== null) assertInside(span, whole)
  const { byline, dateline } = article
  if (byline !== null) for (const name of byline.names) assertInside(name, byline)
  if (dateline !== null)
    for (const part of [...dateline.places, dateline.date, dateline.agency])
      if (part !== null) assertInside(part, dateline)
}

describe('properties of reading', function () {
  this.timeout(60_000)

  for (const format of formats) {
    it(`${format}: tokens are the text, ordered, in sentences, in paragraphs`, () => {
      fc.assert(
        fc.property(hostileText, (text) => {
          assertWellFormed(readArticle(text, format))
        }),
        runs
      )
    })
  }

  it('what a reader sees is an article of its own, whose spans lead back to those of the source', () => {
    fc.assert(
      fc.property(hostileText, fc.nat(), fc.nat(), fc.boolean(), (text, a, b, isPlain) => {
        const article = readArticle(text, isPlain ? 'plain' : 'markdown')
        const { article: seen, shown } = shownArticle(article)
        assertWellFormed(seen)
        assert.equal(seen.text, shownText(article, { start: 0, end: text.length }))
        article.tokens.forEach((token, index) => {
          const { start, end, text: words } = seen.tokens[index]!
          assert.equal(seen.text.slice(start, end), words)
          assert.deepEqual(shown.sourceSpan({ start, end }), { start: token.start, end: token.end })
        })
        const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((one, other) => one - other)
        assert.equal(
          shownText(article, { start, end }),
          seen.text.slice(shown.shownOffset(start), shown.shownOffset(end))
        )
      }),
      runs
    )
  })

  it('plain: every character that a reader sees lies in exactly one token', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const article = readArticle(text, 'plain')
        assert.equal(
          article.tokens.map((token) => token.text).join(''),
          shownText(article, { start: 0, end: text.length }).replace(/\s/g, '')
        )
      }),
      runs
    )
  })

  it('plain: sentences end in the same places whatever the line ends are', () => {
    fc.assert(
      fc.property(
        hostileText.map((text) => text.replace(/\r\n?/g, '\n')),
        (text) => {
          const read = (end: string) => {
            const article = readArticle(text.replaceAll('\n', end), 'plain')
            return article.sentences.map((sentence) =>
              article.tokens.slice(sentence.firstToken, sentence.endToken).map((token) => token.text)
            )
          }
          assert.deepEqual(read('\r\n'), read('\n'))
          assert.deepEqual(read('\r'), read('\n'))
        }
      ),
      runs
    )
  })

  it('decoding what was encoded gives the text back, without its BOM and with one kind of line end', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const isSniffedBinary = new TextEncoder().encode(text).subarray(0, 512).includes(0)
        const decoded = decodeText(new TextEncoder().encode(text))
        if ('problem' in decoded) {
          assert.ok(isSniffedBinary)
          return
        }
        if (isSniffedBinary) return
        const expected = text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/^\ufeff/, '')
        assert.equal(decoded.text.replace(/\r\n?/g, '\n'), expected.replace(/\r\n?/g, '\n'))
        assert.ok(!/\r(?!\n)/.test(decoded.text) && !(/\r\n/.test(decoded.text) && /(?<!\r)\n/.test(decoded.text)))
      }),
      runs
    )
  })
})
