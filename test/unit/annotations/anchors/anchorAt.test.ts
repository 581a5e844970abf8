import assert from 'node:assert/strict'
import fc from 'fast-check'
import { anchorAt } from '../../../../src/annotations'

describe('writing an anchor', () => {
  it('has whole words around it', () => {
    const text = 'The ministers of all the countries of the north met in Geneva on Monday, and they talked at length.'
    const { exact, prefix, suffix } = anchorAt(text, { start: 55, end: 61 })
    assert.deepEqual(
      [prefix, exact, suffix],
      ['the countries of the north met in ', 'Geneva', ' on Monday, and they talked at length']
    )
  })

  it('each side grows until it is nowhere else with the words', () => {
    const line = 'He said that the talks would go on, and left the room. '
    const text = `First. ${line}${line}${line}Last.`
    const start = 7 + line.length
    const { prefix, suffix } = anchorAt(text, { start, end: start + 2 })
    assert.equal(text.indexOf(`${prefix}He`), text.lastIndexOf(`${prefix}He`))
    assert.equal(text.indexOf(`He${suffix}`), text.lastIndexOf(`He${suffix}`))
  })

  it('is the text at its offsets and around them, bounded, with no character cut in half', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b ', '\n', '\u{1F600}', 'e\u0301'), { maxLength: 900 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, fc.nat(900), fc.nat(40), (whole, start, length) => {
        const anchor = anchorAt(whole, { start, end: start + length })
        assert.equal(whole.slice(anchor.start, anchor.end), anchor.exact)
        assert.ok(whole.slice(0, anchor.start).endsWith(anchor.prefix))
        assert.ok(whole.startsWith(anchor.suffix, anchor.end))
        for (const words of [anchor.prefix, anchor.exact, anchor.suffix]) assert.doesNotMatch(words, /\p{Surrogate}/u)
        for (const side of [anchor.prefix, anchor.suffix]) assert.ok(side.length <= 256 + 34)
        assert.ok(anchor.prefix.length >= Math.min(32, anchor.start))
        assert.ok(anchor.suffix.length >= Math.min(32, whole.length - anchor.end))
      })
    )
  })
})
