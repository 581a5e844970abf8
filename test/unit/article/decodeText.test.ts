import assert from 'node:assert/strict'
import { articleFormat, decodeText, longestArticle, readArticle } from '../../../src/article'
import { hostileParts } from './hostileParts'

const bytes = (...values: readonly number[]) => Uint8Array.from(values)
const utf8 = (text: string) => new TextEncoder().encode(text)

function textOf(file: Uint8Array): string {
  const read = decodeText(file)
  return 'text' in read ? read.text : read.problem
}

describe('decodeText reads a file as VS Code does', () => {
  it('drops a BOM', () => {
    assert.equal(textOf(utf8('\ufeffTunis')), 'Tunis')
  })

  it('makes mixed line ends those that prevail', () => {
    assert.equal(textOf(utf8('a\r\nb\r\nc\nd')), 'a\r\nb\r\nc\r\nd')
    assert.equal(textOf(utf8('a\nb\nc\r\nd\re')), 'a\nb\nc\nd\ne')
    assert.equal(textOf(utf8('a\rb\rc')), 'a\r\nb\r\nc')
    assert.equal(textOf(utf8('a\r\nb\nc')), 'a\nb\nc')
  })

  it('leaves uniform line ends, U+2028 and NBSP alone', () => {
    for (const text of ['a\r\nb\r\n', 'a\nb', 'a\u2028b\u00a0c', '']) assert.equal(textOf(utf8(text)), text)
  })

  it('reads UTF-16 with a BOM, and ASCII in UTF-16 without one', () => {
    assert.equal(textOf(bytes(0xff, 0xfe, 0x61, 0, 0xe9, 0)), 'a\u00e9')
    assert.equal(textOf(bytes(0xfe, 0xff, 0, 0x61, 0, 0xe9)), 'a\u00e9')
    assert.equal(textOf(bytes(0x61, 0, 0x62, 0)), 'ab')
    assert.equal(textOf(bytes(0, 0x61, 0, 0x62)), 'ab')
  })

  it('calls a file with NUL bytes at its head binary', () => {
    assert.deepEqual(decodeText(bytes(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d)), { problem: 'binary' })
  })

  it('refuses what is too long to be read', () => {
    assert.deepEqual(decodeText(new Uint8Array(50_000_000).fill(0x61)), { problem: 'too-large' })
    assert.deepEqual(decodeText(new Uint8Array(longestArticle + 1).fill(0x61)), { problem: 'too-large' })
    assert.ok('text' in decodeText(new Uint8Array(longestArticle).fill(0x61)))
  })
})

describe('readArticle on texts of great length', function () {
  this.timeout(60_000)

  it('above the limit has no paragraphs and does not hang', () => {
    const article = readArticle('a, '.repeat(20_000_000), 'plain')
    assert.deepEqual([article.tokens.length, article.sentences.length, article.paragraphs.length], [0, 0, 0])
  })

  // How time grows with them is measured by `npm run bench -- --growth`.
  for (const part of hostileParts) {
    it(`fifty thousand characters of ${JSON.stringify(part)} are read to their end`, () => {
      const text = part.repeat(50_000 / part.length)
      assert.equal(
        readArticle(text, 'plain').tokens.reduce((sum, token) => sum + token.text.length, 0),
        text.replace(/\s/g, '').length
      )
    })
  }
})

describe('articleFormat', () => {
  it('is Markdown by the ending, plain text otherwise', () => {
    assert.deepEqual(['a.md', 'A.MARKDOWN', 'notes/a.b.mkd', 'a.txt', 'md', 'a.md.txt', ''].map(articleFormat), [
      'markdown',
      'markdown',
      'markdown',
      'plain',
      'plain',
      'plain',
      'plain'
    ])
  })
})
