import assert from 'node:assert/strict'
import fc from 'fast-check'
import { growingBytes } from '../../../src/util/growingBytes'

describe('bytes that grow', () => {
  it('are all pieces, one after the other, whatever fits into a block (property)', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 20 })), fc.integer({ min: 1, max: 8 }), (pieces, blockLength) => {
        const bytes = growingBytes(blockLength)
        pieces.forEach(bytes.add)
        assert.deepEqual(
          [...bytes.taken()],
          pieces.flatMap((piece) => [...piece])
        )
      })
    )
  })

  it('are an array of their own, which what was added may change after', () => {
    const piece = new Uint8Array([1, 2, 3])
    const bytes = growingBytes(2)
    bytes.add(piece)
    piece.fill(9)
    const taken = bytes.taken()
    assert.deepEqual([[...taken], taken.buffer.byteLength], [[1, 2, 3], 3])
  })
})
