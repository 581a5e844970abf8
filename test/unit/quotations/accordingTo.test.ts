import assert from 'node:assert/strict'
import { attributionsIn } from './attributions'

describe('according to', () => {
  it('opens the sentence', () => {
    assert.deepEqual(attributionsIn('According to two officials, the road is safe.'), [
      'indirect According to | two officials | the road is safe'
    ])
  })
  it('closes it', () => {
    assert.deepEqual(attributionsIn('The road is safe, according to a person who drove there.'), [
      'indirect according to | a person who drove there | The road is safe'
    ])
  })
  it('what is told of the source is no part of what it says', () => {
    assert.deepEqual(attributionsIn('According to the report, which was printed in May, the road is safe.'), [
      'indirect According to | the report | the road is safe'
    ])
  })
})
