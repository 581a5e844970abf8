import assert from 'node:assert/strict'
import { attributionsIn } from './attributions'

describe('participles', () => {
  it('a second attribution of the same source', () => {
    assert.deepEqual(attributionsIn('The company said the plant would close, warning that jobs were at risk.'), [
      'indirect said | The company | the plant would close',
      'indirect warning | The company | that jobs were at risk'
    ])
  })
  it('making it clear', () => {
    const found = attributionsIn('The coach spoke for an hour, making it clear that she would stay.')
    assert.ok(found.includes('indirect making it clear | The coach | that she would stay'), found.join('\n'))
  })
})
