import assert from 'node:assert/strict'
import { attributionsIn } from './attributions'

describe('nouns', () => {
  it('with a possessor', () => {
    assert.deepEqual(attributionsIn('Reporters heard of the army\u2019s claim that the bridge had fallen by itself.'), ['indirect claim | the army | that the bridge had fallen by itself'])
  })
})
