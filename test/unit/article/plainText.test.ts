import assert from 'node:assert/strict'
import { outlineOf, sentencesOf } from './readable'

const wrapped = [
  'Lawmakers in the northern province voted on Thursday to delay the',
  'opening of the new dam, saying that the villages below it had not',
  'been asked.',
  '',
  '"We learned of it from the radio," said the mayor of Tarn, a town',
  'of 4,000 people on the river. "Nobody came to us before the work',
  'began in May."',
  '  The company said it would answer next week, after a meeting of',
  'its board in the capital.'
].join('\n')

describe('paragraphs of plain text', () => {
  it('are lines, where the file has one line per paragraph', () => {
    assert.deepEqual(
      outlineOf(
        'The dam will open late, lawmakers in the northern province said on Thursday.\n"We were not asked," said the mayor of Tarn.\nThe company had no comment.'
      ),
      [
        'body: The dam will open late, lawmakers in the northe\u2026',
        'body: "We were not asked," said the mayor of Tarn.',
        'body: The company had no comment.'
      ]
    )
  })

  it('are blocks, where the lines are wrapped; an indent opens one', () => {
    assert.deepEqual(outlineOf(wrapped), [
      'body: Lawmakers in the northern province voted on Thu\u2026',
      'body: "We learned of it from the radio," said the may\u2026',
      'body: The company said it would answer next week, aft\u2026'
    ])
  })

  it('join wrapped lines into sentences', () => {
    assert.deepEqual(sentencesOf(wrapped).slice(0, 2), [
      'Lawmakers in the northern province voted on Thursday to delay the opening of the new dam, saying that the villages below it had not been asked.',
      '"We learned of it from the radio," said the mayor of Tarn, a town of 4,000 people on the river.'
    ])
  })

  it('are the same with CRLF and with lone CR', () => {
    for (const end of ['\r\n', '\r']) assert.deepEqual(outlineOf(wrapped.replaceAll('\n', end)), outlineOf(wrapped))
  })

  it('a headline ends where the time of a live page is printed right behind it', () => {
    assert.deepEqual(
      outlineOf(
        "The vote\n\n  1. Vale: 'A hard night'published at 22:41 Greenwich Mean Time 4 May 2017\n\nMs Vale says it was long.\n"
      ),
      [
        'title: The vote',
        "body: 1. Vale: 'A hard night'",
        'credit: published at 22:41 Greenwich Mean Time 4 May 20…',
        'body: Ms Vale says it was long.'
      ]
    )
  })

  it('a short last line opens the next paragraph even without a blank line', () => {
    const text = wrapped.replace('\n\n', '\n')
    assert.equal(outlineOf(text).length, 3)
  })

  it('plain text is not Markdown', () => {
    assert.deepEqual(
      outlineOf(
        '* The vote is on Monday, the clerk said in a note.\n    Four spaces are only an indent, he added.\n# This is no heading, said nobody at all on Monday.\n`code` is prose.'
      ),
      [
        'body: * The vote is on Monday, the clerk said in a no\u2026',
        'body: Four spaces are only an indent, he added.',
        'body: # This is no heading, said nobody at all on Mon\u2026',
        'body: `code` is prose.'
      ]
    )
  })

  it('an empty file and one of white space have none', () => {
    for (const text of ['', ' ', '\n\r\n\r', '\ufeff', '\u00a0\t\n']) assert.deepEqual(outlineOf(text), [])
  })
})
