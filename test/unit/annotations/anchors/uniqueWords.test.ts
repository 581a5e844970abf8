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
          askedOf(text, at, length)
        }
      })
    )
  })

  it('are told the same while the text is edited, here and there, by much and by little (property)', () => {
    const part = fc.constantFrom('a', 'b', 'ab ', '\u{1F600}', 'the same words as elsewhere ', 'x'.repeat(30))
    const manyWords = fc.array(part, { minLength: 40, maxLength: 60 }).map((parts) => `${parts.join('')}. `.repeat(3))
    const edit = fc.record({
      from: fc.nat(999),
      length: fc.constantFrom(0, 0, 1, 3, 30, 200),
      words: fc.array(part, { maxLength: 3 })
    })
    const questions = fc.array(fc.tuple(fc.nat(999), fc.integer({ min: 20, max: 80 })), {
      minLength: 12,
      maxLength: 20
    })
    const edits = fc.array(fc.tuple(edit, questions), { minLength: 5, maxLength: 40 })
    fc.assert(
      fc.property(manyWords, edits, (first, changes) => {
        let text = first
        for (const [{ from, length, words }, places] of changes) {
          const at = Math.floor((from / 1000) * text.length)
          text = text.slice(0, at) + words.join('') + text.slice(at + length)
          for (const [place, many] of places) askedOf(text, Math.floor((place / 1000) * text.length), many)
        }
      }),
      { numRuns: 200 }
    )
  })

  it('are found where an edit has put them together, and not where one has taken them apart', () => {
    const [one, other] = ['The ministers met in Geneva on Monday. ', 'They will meet again, it was said later. ']
    const filler = Array.from({ length: 100 }, (_, index) => `Sentence ${index} of many. `).join('')
    const words = one + other
    const asked = `${words}${filler}${one}${filler}${other}`
    for (let question = 0; question < 50; question++) assert.ok(isUnique(asked, words, 0))
    const together = `${words}${filler}${one}${other}`
    assert.ok(!isUnique(together, words, 0))
    assert.ok(isUnique(`${words}${filler}${one}x${other}`, words, 0))
    assert.ok(!isUnique(together, words, 0))
    const key = words.slice(0, 24)
    assert.ok(isUnique(`${words}${filler}${key.slice(0, -1)}`, key, 0))
    assert.ok(!isUnique(`${words}${filler}${key}`, key, 0))
  })
})

function askedOf(text: string, at: number, length: number): void {
  const words = text.slice(at, at + length)
  const isOnly = words !== '' && text.indexOf(words) === at && text.lastIndexOf(words) === at
  assert.equal(isUnique(text, words, at), isOnly)
}
