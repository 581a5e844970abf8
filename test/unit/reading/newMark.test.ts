import assert from 'node:assert/strict'
import type { ReadingRun } from '../../../src/protocol/reading/index.js'
import type { Shown } from '../../../src/webview/reading/model.js'
import { newMark, stateOfMark } from '../../../src/webview/reading/newMark.js'

/** "Ann Reed said it. He left.", a paragraph at offset 100 whose last words are marked. */
function shown(id: string, last: Partial<ReadingRun> = {}, version = 1): Shown {
  const runs = [
    { text: 'Ann Reed said it. ', start: 0, end: 18, quoted: [0] },
    { text: 'He left.', start: 18, end: 26, ...last }
  ]
  const block = { id, role: 'body', runs, codes: [], memos: [] } as const
  return {
    version,
    length: 126,
    notice: null,
    sources: [],
    quotes: [],
    codes: [],
    blocks: [{ id, start: 100, rails: [], block }]
  }
}

describe('what was marked while the quotes of one source alone are lit', () => {
  const mark = newMark(shown('b1'), 118, 126)

  it('is awaited while its paragraph is the same', () => assert.equal(stateOfMark(mark, shown('b1'), 0), 'awaited'))

  it('would be dimmed where it is of nobody, or of another', () => {
    assert.equal(stateOfMark(mark, shown('b2', { looks: ['directQuote'] }), 0), 'dimmed')
    assert.equal(stateOfMark(mark, shown('b2', { quoted: [1] }), 0), 'dimmed')
    assert.equal(stateOfMark(mark, shown('b2', { codes: [0] }), 0), 'dimmed')
  })

  it('is lit where it is a quote of the source, or its name', () => {
    assert.equal(stateOfMark(mark, shown('b2', { quoted: [1, 0] }), 0), 'lit')
    assert.equal(stateOfMark(mark, shown('b2', { names: 0 }), 0), 'lit')
  })

  it('is nothing to wait for once the text has changed', () =>
    assert.equal(stateOfMark(mark, shown('b2', {}, 2), 0), 'over'))
})
