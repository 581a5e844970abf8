import assert from 'node:assert/strict'
import { namesIn } from './support'

describe('an article of very many different words', () => {
  it('is read to its end, and what stands behind them is found', async () => {
    // More than the table of words has places when it is made.
    const words = Array.from(
      { length: 140_000 },
      (_, at) => `k${[...String(at)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`
    )
    const names = await namesIn(
      `${words.map((word, at) => (at % 20 === 19 ? `${word}.` : word)).join(' ')}\n\nCarla Mendes spoke in Frankfurt.`
    )
    assert.ok(names.includes('person Carla Mendes'))
  }).timeout(60_000)
})
