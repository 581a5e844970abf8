import assert from 'node:assert/strict'
import fc from 'fast-check'
import { linePlaces } from '../../../src/editor/linePlaces'

describe('places in a text that is not open', () => {
  it('are lines and characters from 0, with any line ends', () => {
    const placeOf = linePlaces('one\ntwo\r\n\r\nfour\rfive')
    const readable = (offset: number) => `${placeOf(offset).line}:${placeOf(offset).character}`
    assert.deepEqual([0, 3, 4, 9, 11, 16, 20].map(readable), ['0:0', '0:3', '1:0', '2:0', '3:0', '4:0', '4:4'])
  })

  it('count as one does by hand', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'bc', '\n', '\r\n', '\uD83D\uDE00')), (parts) => {
        const text = parts.join('')
        const placeOf = linePlaces(text)
        let line = 0
        let character = 0
        let offset = 0
        for (const part of parts) {
          assert.deepEqual(placeOf(offset), { line, character })
          offset += part.length
          if (part.endsWith('\n')) [line, character] = [line + 1, 0]
          else character += part.length
        }
        assert.deepEqual(placeOf(offset), { line, character })
      })
    )
  })
})
