import assert from 'node:assert/strict'
import fc from 'fast-check'
import { isUnique } from '../../../../src/annotations/anchors/uniqueWords'

describe('words that are nowhere else in a text', () => {
  it('are told the same by an index as by searching, however often one asks (property)', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', 'ab ', '\u{1F600}', 'the same words as elsewhere '), {
      maxLength: 60
    })
    const questions = fc.array(fc.tuple(fc.nat(400), fc.nat(80)), { minLength: 60, maxLength: 90 })
    fc.assert(
      fc.property(texts, questions, (parts, places) => {
        const text = parts.join('')
        for (const [from, length] of places) {
          const at = Math.min(from, text.length)
          const words = text.slice(at, at + length)
          const isOnly = words !== '' && text.indexOf(words) === at && text.lastIndexOf(words) === at
          assert.equal(isUnique(text, words, at), isOnly)
        }
      })
    )
  })
})
