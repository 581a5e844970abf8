import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { QuotePlace } from '../../../../src/exchange/report/quotePlace'
import { quotePlaces } from '../../../../src/exchange/report/quotePlaces'

describe("a report's quotes", () => {
  it('come back as they were put in, whatever their words (property)', () => {
    const place = fc.record(
      {
        article: fc.integer({ min: 1, max: 1e6 }),
        quote: fc.integer({ min: 1, max: 1e6 }),
        words: fc.string({ unit: 'binary' }),
        kind: fc.constantFrom('direct' as const, 'indirect' as const, 'mixed' as const),
        act: fc.constantFrom('speech' as const, 'attitude' as const)
      },
      { noNullPrototype: true }
    )
    fc.assert(fc.property(fc.array(place), (places) => assert.deepEqual(kept(places), places)))
  })

  it('come back when there are more than fit into one piece of memory, and when one is larger than it', () => {
    const places = Array.from({ length: 5000 }, (_, index) =>
      placeOf(index, `\uFEFF\u201CQuote ${index}\u201D `.repeat(20))
    )
    const long = placeOf(5000, '\u201C'.repeat(500_000))
    const all = [...places, long, placeOf(5001, 'after it')]
    assert.deepEqual(kept(all), all)
  })

  it('have a replacement character for a lone surrogate, as every file has', () => {
    assert.deepEqual(kept([placeOf(1, 'a\uD800b')]), [placeOf(1, 'a\uFFFDb')])
  })
})

function placeOf(quote: number, words: string): QuotePlace {
  return { article: 3, quote, words, kind: 'direct', act: 'speech' }
}

function kept(given: readonly QuotePlace[]): readonly QuotePlace[] {
  const places = quotePlaces()
  return given.map(places.add).map(places.at)
}
