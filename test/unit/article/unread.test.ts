import assert from 'node:assert/strict'
import { readArticle, whyUnread, type ArticleFormat } from '../../../src/article'

function why(text: string, format: ArticleFormat = 'markdown') {
  return whyUnread(readArticle(text, format))
}

describe('a text in which nothing is read', () => {
  it('says why', () => {
    assert.equal(why('    The minister said so.\n\n\tThe mayor did not.'), 'code')
    assert.equal(why('<div>The minister said so.</div>'), 'markup')
    assert.equal(why('```\nThe minister said so.\n```'), 'markup')
    assert.equal(why('| | |\n|-|-|\n| https://example.org | |'), 'markup')
    assert.equal(why('    code\n\n<div>'), 'markup')
    assert.equal(why('\ufeff \n\n\t\n'), 'blank')
    assert.equal(why('', 'plain'), 'blank')
  })

  it('is none when a word is read', () => {
    assert.equal(why('    The minister said so.', 'plain'), null)
    assert.equal(why('# Talks\n\n    code'), null)
  })
})
