import assert from 'node:assert/strict'
import { attributionsIn } from './attributions'

describe('signatures', () => {
  it('a dash and a name at the end of the paragraph', () => {
    assert.deepEqual(attributionsIn('\u201cI shall vote for the first time.\u201d \u2014 Ana Roe'), ['direct \u2014 | Ana Roe | \u201cI shall vote for the first time.\u201d'])
  })
  it('a dash and a name before the next quotation', () => {
    assert.deepEqual(attributionsIn('\u201cI shall vote for the first time.\u201d \u2015 Ana Roe \u201cI shall stay at home, as ever.\u201d \u2015 Tom Vega'), [
      'direct \u2015 | Ana Roe | \u201cI shall vote for the first time.\u201d',
      'direct \u2015 | Tom Vega | \u201cI shall stay at home, as ever.\u201d'
    ])
  })
})
