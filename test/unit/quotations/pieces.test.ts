import assert from 'node:assert/strict'
import { readArticle, type ArticleFormat } from '../../../src/article'
import { piecesOf } from '../../../src/analysis/quotations/pieces'

const pieces = (text: string, format: ArticleFormat = 'markdown') => {
  const article = readArticle(text, format)
  return piecesOf(article)({ from: 0, to: article.tokens.length }).map(({ start, end }) => text.slice(start, end))
}

describe('pieces', () => {
  it('a link target belongs to no piece', () => {
    assert.deepEqual(pieces('Ida Brandt, [a clerk](https://example.org/said "no") of the port, spoke.'), [
      'Ida Brandt,',
      'a clerk',
      'of the port, spoke.'
    ])
  })
  it('nor does code', () => {
    assert.deepEqual(pieces('The port `said no` again'), ['The port', 'again'])
  })
  it('a full stop after a link is no piece', () => {
    assert.deepEqual(pieces('She read [the law](law.md).'), ['She read', 'the law'])
  })
  it('lines of a paragraph hold together, and plain text always does', () => {
    assert.deepEqual(pieces('The port\nis closed.'), ['The port\nis closed.'])
    assert.deepEqual(pieces('The *port* is [closed](x).', 'plain'), ['The *port* is [closed](x).'])
  })
})
