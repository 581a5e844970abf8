import assert from 'node:assert/strict'
import fc from 'fast-check'
import { firstIndex } from '../../../src/util/binarySearch'
import { lineAt, linePlaceAt, lineStarts } from '../../../src/util/lineStarts'

describe('binary search', () => {
  it('finds the first index at which something holds, or the length (property)', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(60), (length, first) => {
        assert.equal(
          firstIndex(length, (index) => index >= first),
          Math.min(first, length)
        )
      })
    )
  })

  it('asks about indexes inside only, and about few of them', () => {
    const asked: number[] = []
    firstIndex(1000, (index) => asked.push(index) < 0)
    assert.ok(asked.length <= 10 && asked.every((index) => index >= 0 && index < 1000), asked.join(' '))
    assert.equal(
      firstIndex(0, () => assert.fail('asked about nothing')),
      0
    )
  })
})

describe('line starts', () => {
  it('end lines at LF, CR and CRLF, and nowhere else', () => {
    assert.deepEqual(lineStarts('a\nb\r\nc\rd\n\re\u2028f\u0085g'), [0, 2, 5, 7, 9, 10])
    assert.deepEqual(lineStarts(''), [0])
  })

  it('give line and character of every offset (property)', () => {
    const text = fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', '\u2028', '\u{1F600}'), { maxLength: 12 })
    fc.assert(
      fc.property(text, (parts) => {
        const whole = parts.join('')
        const starts = lineStarts(whole)
        for (let offset = 0; offset <= whole.length; offset++) {
          // A CR that an LF follows ends no line by itself.
          const before = whole.slice(0, offset).split(/\r\n|\n|\r(?!$)/)
          const isInsideLineEnd = whole.slice(offset - 1, offset + 1) === '\r\n'
          const endsWithReturn = whole[offset - 1] === '\r' && !isInsideLineEnd
          const line = before.length - 1 + (endsWithReturn ? 1 : 0)
          assert.equal(lineAt(starts, offset), line)
          assert.equal(linePlaceAt(starts, offset).character, endsWithReturn ? 0 : before.at(-1)!.length)
        }
      })
    )
  })

  it('give the first line for what lies before the text', () => assert.equal(lineAt(lineStarts('a\nb'), -1), 0))
})
