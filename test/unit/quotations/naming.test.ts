import assert from 'node:assert/strict'
import { attributionsIn } from './attributions'

describe('naming', () => {
  it('somebody\u2019s own word for a thing', () => {
    assert.deepEqual(
      attributionsIn('The minister left behind what envoys called a \u201clast paper\u201d, and flew home.'),
      ['mixed called | envoys | a \u201clast paper\u201d']
    )
  })
})
