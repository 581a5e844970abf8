import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readArticle, type Article } from '../../../src/article'
import { findUnchanged } from '../../../src/analysis/unchanged'

const tokensOf = ({ text, tokens }: Article, sentence: number, article: Article) => {
  const { start, firstToken, endToken } = article.sentences[sentence]!
  return tokens
    .slice(firstToken, endToken)
    .map((token) => `${token.start - start} ${text.slice(token.start, token.end)}`)
}

function described(before: string, after: string): string {
  const [old, now] = [readArticle(before, 'plain'), readArticle(after, 'plain')]
  const { front, back } = findUnchanged(old, now)
  const text = (sentence: number) => now.text.slice(now.sentences[sentence]!.start, now.sentences[sentence]!.end)
  return now.sentences
    .map((_, at) =>
      at < front ? `= ${text(at)}` : at >= now.sentences.length - back ? `> ${text(at)}` : `* ${text(at)}`
    )
    .join(' | ')
}

describe('what an edit has not changed', () => {
  it('is the sentences before and after it', () => {
    assert.equal(
      described('One came. Two went. Three stayed.', 'One came. Two wenxt. Three stayed.'),
      '= One came. | * Two wenxt. | > Three stayed.'
    )
    assert.equal(
      described('One came. Two went. Three stayed.', 'One came. Two went. New ones left. Three stayed.'),
      '= One came. | = Two went. | * New ones left. | > Three stayed.'
    )
    assert.equal(
      described('One came. Two went. Three stayed.', 'One came. Three stayed.'),
      '= One came. | > Three stayed.'
    )
    assert.equal(described('One came. Two went.', 'One came. Two went.'), '= One came. | = Two went.')
    assert.equal(described('', 'One came.'), '* One came.')
    const many = (typed: string) =>
      readArticle(`${'One came. '.repeat(900)}Two ${typed}went. ${'Three stayed. '.repeat(900)}`, 'plain')
    assert.deepEqual(findUnchanged(many(''), many('of us ')), {
      front: 900,
      back: 900,
      shift: 6,
      tokenShift: 2,
      sentenceShift: 0
    })
  })

  it('is not what is cut into other tokens, though its text is the same', () => {
    const article = readArticle('One came. Two went out.', 'plain')
    const { start, end } = article.tokens[4]!
    const cut: Article = {
      ...article,
      tokens: article.tokens.with(4, {
        ...article.tokens[4]!,
        start: start + 1,
        end,
        text: article.text.slice(start + 1, end)
      })
    }
    assert.deepEqual([findUnchanged(article, cut).front, findUnchanged(article, cut).back], [1, 0])
  })

  it('has the same tokens in both versions, and no sentence twice (property)', () => {
    const text = fc
      .array(
        fc.constantFrom(
          'One came. ',
          'Two went. ',
          '\n\n',
          'Mr. Lee',
          '\u201cYes,\u201d she said. ',
          'a',
          '.',
          '*it*',
          '```\n',
          '\ud83d\ude00'
        ),
        { maxLength: 12 }
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(
        text,
        text,
        text,
        text,
        fc.constantFrom('plain' as const, 'markdown' as const),
        (head, old, now, tail, format) => {
          const [before, after] = [readArticle(head + old + tail, format), readArticle(head + now + tail, format)]
          const { front, back, sentenceShift } = findUnchanged(before, after)
          assert.ok(front + back <= Math.min(before.sentences.length, after.sentences.length))
          for (let at = 0; at < front; at++) assert.deepEqual(tokensOf(after, at, after), tokensOf(before, at, before))
          for (let at = after.sentences.length - back; at < after.sentences.length; at++)
            assert.deepEqual(tokensOf(after, at, after), tokensOf(before, at - sentenceShift, before))
        }
      )
    )
  })
})
