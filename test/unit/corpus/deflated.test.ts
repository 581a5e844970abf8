import assert from 'node:assert/strict'
import { deflated, inflated } from '../../../src/corpus/deflated.js'

describe('a deflated text', () => {
  it('is the same again, whatever was inflated before it', () => {
    const texts = ['', 'a', '\uFEFFmark', 'Łódź \u{1F600}\n'.repeat(50_000), 'short again']
    const packed = texts.map(deflated)
    assert.deepEqual(packed.map(inflated), texts)
    assert.deepEqual(packed.toReversed().map(inflated), texts.toReversed())
  })

  it('is not read where its bytes are damaged', () => {
    const packed = deflated('The bridge was safe. '.repeat(20))
    assert.throws(() => inflated(packed.subarray(0, packed.length - 4)))
    const longer = packed.slice()
    longer[0]! += 1
    assert.throws(() => inflated(longer), /Less than/)
    assert.throws(() => inflated(Uint8Array.from([255, 255, 255, 255, 3, 0])), /More than/)
  })
})
