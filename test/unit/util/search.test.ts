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

  it('give line and character from 0', () => {
    const starts = lineStarts('one\ntwo\r\n\r\nfour\rfive')
    const readable = (offset: number) => Object.values(linePlaceAt(starts, offset)).join(':')
    assert.deepEqual([0, 3, 4, 9, 11, 16, 20].map(readable), ['0:0', '0:3', '1:0', '2:0', '3:0', '4:0', '4:4'])
  })

  it('count as one does by hand (property)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'bc', '\n', '\r\n', '\uD83D\uDE00')), (parts) => {
        const starts = lineStarts(parts.join(''))
        let line = 0
        let character = 0
        let offset = 0
        for (const part of parts) {
          assert.deepEqual(linePlaceAt(starts, offset), { line, character })
          offset += part.length
          if (part.endsWith('\n')) [line, character] = [line + 1, 0]
          else character += part.length
        }
        assert.deepEqual(linePlaceAt(starts, offset), { line, character })
      })
    )
  })

  it('give the first line for what lies before the text', () => assert.equal(lineAt(lineStarts('a\nb'), -1), 0))
})
