import assert from 'node:assert/strict'
import { attributionsIn } from './attributions'

describe('what models and rules make together', () => {
  it('a cue in direct speech reports nothing outside of it', () => {
    assert.deepEqual(
      attributionsIn('\u2018We sold them a kettle and called it a boiler. I said so,\u2019 Ida Brandt told the board.'),
      ['direct told | Ida Brandt | \u2018We sold them a kettle and called it a boiler. I said so,\u2019']
    )
  })
  it('a quotation is reported whole', () => {
    assert.deepEqual(
      attributionsIn(
        '\u201cWe have a roof. We have no walls,\u201d the baker said. \u201cBut it is dry where you stand.\u201d'
      ),
      [
        'direct said | the baker | \u201cWe have a roof. We have no walls,\u201d \u2026 \u201cBut it is dry where you stand.\u201d'
      ]
    )
  })
  it('ornaments and full stops end no source', () => {
    assert.deepEqual(attributionsIn('The bridge will open in May, according to the engineer. \u25a0'), [
      'indirect according to | the engineer | The bridge will open in May'
    ])
  })
  it('a content ends where its source goes on to report', () => {
    assert.deepEqual(
      attributionsIn('The envoy stressed the importance of the harbour, making it clear that nobody would close it.'),
      [
        'indirect stressed | The envoy | the importance of the harbour',
        'indirect making it clear | The envoy | that nobody would close it'
      ]
    )
  })
  it('the quotations that fill the rest of the paragraph go on with the same quote', () => {
    assert.deepEqual(
      attributionsIn(
        '\u201cThe pier is sound,\u201d Oda Linnet, the engineer, said on Monday in \u201cHarbour Talk.\u201d \u201cNobody needs to worry. We looked at every post.\u201d'
      ),
      [
        'direct said | Oda Linnet, the engineer, | \u201cThe pier is sound,\u201d \u2026 \u201cNobody needs to worry. We looked at every post.\u201d'
      ]
    )
  })
})
