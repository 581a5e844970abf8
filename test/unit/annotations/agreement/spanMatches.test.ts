import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Span } from '../../../../src/article'
import { matchSpans, spanFigures } from '../../../../src/annotations/agreement/spanMatches'

describe('matching spans', () => {
  const examples: readonly (readonly [first: string, second: string, matches: string])[] = [
    ['0-4 10-14', '0-4 10-14', 'exact 0-4=0-4 10-14=10-14'],
    ['0-4', '2-9', 'overlapping 0-4~2-9'],
    ['0-4', '4-9', ''],
    ['0-9', '0-4 5-9', 'overlapping 0-9~0-4'],
    // The exact one is taken, although the other order would give the same count.
    ['0-9 0-4', '0-4', 'exact 0-4=0-4'],
    // Each is in one pair: none takes both.
    ['0-5 4-9', '0-6 5-9', 'overlapping 0-5~0-6 4-9~5-9'],
    ['0-20', '0-5+10-20', 'overlapping 0-20~0-5+10-20'],
    ['0-5+10-20', '0-5+10-20', 'exact 0-5+10-20=0-5+10-20'],
    ['', '0-4', ''],
    ['3-3', '0-4', '']
  ]
  for (const [first, second, matches] of examples) {
    it(`pairs ${first || 'nothing'} with ${second}: ${matches || 'no pair'}`, () => {
      assert.equal(written(first, second), matches)
    })
  }

  it('finds as many pairs as there can be, whoever comes first', () => {
    const span = fc
      .tuple(fc.nat(12), fc.integer({ min: 1, max: 6 }))
      .map(([start, length]) => [{ start, end: start + length }])
    const spans = fc.array(span, { maxLength: 6 })
    fc.assert(
      fc.property(spans, spans, (first, second) => {
        const { exact, overlapping } = matchSpans(first, second)
        const turned = matchSpans(second, first)
        assert.deepEqual([turned.exact.length, turned.overlapping.length], [exact.length, overlapping.length])
        const isFree = (side: 'first' | 'second', index: number) => !exact.some((pair) => pair[side] === index)
        const best = mostPairs(
          first.filter((_, index) => isFree('first', index)).flat(),
          second.filter((_, index) => isFree('second', index)).flat()
        )
        assert.equal(overlapping.length, best)
        for (const { first: a, second: b } of overlapping) assert.ok(isOverlap(first[a]![0]!, second[b]![0]!))
      }),
      { numRuns: 1000 }
    )
  })

  it('takes time in proportion to many spans', () => {
    const many = (shift: number) =>
      Array.from({ length: 50_000 }, (_, index) => [{ start: index * 9 + shift, end: index * 9 + shift + 5 }])
    assert.equal(matchSpans(many(0), many(2)).overlapping.length, 50_000)
    assert.equal(matchSpans(many(0), many(900_000)).overlapping.length, 0)
  })
})

describe('figures of spans', () => {
  it('exchange precision and recall with the annotators and keep F1', () => {
    assert.deepEqual(spanFigures(4, 2, 2), { ofFirst: 0.5, ofSecond: 1, f1: 2 / 3 })
    assert.deepEqual(spanFigures(2, 4, 2), { ofFirst: 1, ofSecond: 0.5, f1: 2 / 3 })
  })

  it('are none where nobody has a span, and 0 where one annotator has none', () => {
    assert.equal(spanFigures(0, 0, 0), null)
    assert.deepEqual(spanFigures(0, 3, 0), { ofFirst: 0, ofSecond: 0, f1: 0 })
  })
})

function written(first: string, second: string): string {
  const [one, other] = [spansOf(first), spansOf(second)]
  const { exact, overlapping } = matchSpans(one, other)
  const name = (pieces: readonly Span[] | undefined) =>
    (pieces ?? []).map(({ start, end }) => `${start}-${end}`).join('+')
  const lines = (sign: string, pairs: typeof exact) =>
    pairs.map((pair) => `${name(one[pair.first])}${sign}${name(other[pair.second])}`)
  return [
    ...(exact.length > 0 ? ['exact', ...lines('=', exact)] : []),
    ...(overlapping.length > 0 ? ['overlapping', ...lines('~', overlapping)] : [])
  ].join(' ')
}

function spansOf(line: string): readonly (readonly Span[])[] {
  return line
    .split(' ')
    .filter(Boolean)
    .map((pieces) =>
      pieces.split('+').map((piece) => {
        const [start = 0, end = 0] = piece.split('-').map(Number)
        return { start, end }
      })
    )
}

function isOverlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** Tries all pairings. */
function mostPairs(first: readonly Span[], second: readonly Span[]): number {
  const [head, ...rest] = first
  if (!head) return 0
  const without = mostPairs(rest, second)
  const withHead = second.flatMap((other, index) =>
    isOverlap(head, other)
      ? [
          1 +
            mostPairs(
              rest,
              second.filter((_, at) => at !== index)
            )
        ]
      : []
  )
  return Math.max(without, ...withHead)
}
