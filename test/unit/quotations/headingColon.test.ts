import assert from 'node:assert/strict'
import { attributionsIn } from './attributions'

describe('a sentence that ends in a colon', () => {
  it('hands the floor to the next paragraph', () => {
    assert.deepEqual(attributionsIn('Ms. Lund continued:', '\u201cWe have no time. We must go.\u201d'), [
      'direct continued: | Ms. Lund | \u201cWe have no time. We must go.\u201d'
    ])
  })
})
