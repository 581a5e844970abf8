import assert from 'node:assert/strict'
import { cut, wrapped } from '../../../src/webview/overview/words.js'

/** A letter is one pixel wide. */
const measure = (text: string) => text.length

describe('words in a picture', () => {
  for (const [text, width, lines, expected] of [
    ['Ann Reed', 20, 2, ['Ann Reed']],
    ['the mayor of the old town', 14, 2, ['the mayor of', 'the old town']],
    ['the mayor of the very old town', 14, 2, ['the mayor of', 'the very old\u2026']],
    ['Donaudampfschifffahrt', 10, 3, ['Donaudampf', 'schifffahr', 't']],
    ['one two three', 5, 2, ['one', 'two\u2026']],
    ['', 5, 2, []],
    ['\u{1F600}\u{1F600}\u{1F600}', 3, 3, ['\u{1F600}', '\u{1F600}', '\u{1F600}']]
  ] as const)
    it(`"${text}" on ${lines} lines of ${width}`, () =>
      assert.deepEqual(wrapped(text, width, lines, measure), expected))

  it('are cut between characters, never within one', () => {
    assert.equal(cut('ab\u{1F600}cd', 4, measure), 'ab\u2026')
    assert.equal(cut('abcd', 4, measure), 'abcd')
  })
})
