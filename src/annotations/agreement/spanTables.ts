import type { Span } from '../../article'
import type { SpanAgreement, SpanKind } from './comparison'
import type { Held, HeldFacts } from './held'
import { matchSpans, spanFigures, type SpanCounts } from './spanMatches'

type Places = readonly (readonly Span[])[]

/** Sums of matches for each pair of annotators. */
export interface SpanTable {
  add(first: number, second: number, placesOfFirst: Places, placesOfSecond: Places): void
  agreement(): SpanAgreement
}

export function spanTable(): SpanTable {
  const pairs = new Map<string, SpanCounts & { readonly annotators: readonly [number, number] }>()
  return {
    add(first, second, placesOfFirst, placesOfSecond) {
      if (placesOfFirst.length + placesOfSecond.length === 0) return
      const { exact, overlapping } = matchSpans(placesOfFirst, placesOfSecond)
      const key = `${first} ${second}`
      const before = pairs.get(key)
      pairs.set(key, {
        annotators: [first, second],
        first: (before?.first ?? 0) + placesOfFirst.length,
        second: (before?.second ?? 0) + placesOfSecond.length,
        exact: (before?.exact ?? 0) + exact.length,
        overlapping: (before?.overlapping ?? 0) + exact.length + overlapping.length
      })
    },
    agreement() {
      const all = [...pairs.values()]
      return { pairs: all, exact: meanF1(all, 'exact'), overlapping: meanF1(all, 'overlapping') }
    }
  }
}

function meanF1(pairs: readonly SpanCounts[], matched: 'exact' | 'overlapping'): number | null {
  const figures = pairs.flatMap((counts) => spanFigures(counts.first, counts.second, counts[matched])?.f1 ?? [])
  return figures.length === 0 ? null : figures.reduce((sum, f1) => sum + f1, 0) / figures.length
}

/** Every two of the annotators who have decided about an article, each pair once. */
export function* pairsOf<Facts>(
  held: readonly (Facts | undefined)[]
): Generator<readonly [first: number, second: number, ofFirst: Facts, ofSecond: Facts]> {
  for (const [second, ofSecond] of held.entries()) {
    for (const [first, ofFirst] of held.slice(0, second).entries()) {
      if (ofFirst && ofSecond) yield [first, second, ofFirst, ofSecond]
    }
  }
}

/**
 * Adds the mentions, and the quotes with their cues and sources, that two annotators hold of an article. A suggestion that the other
 * one has not decided about is left out: it cannot be told whether they would keep it.
 */
export function addSpans(
  tables: ReadonlyMap<SpanKind, SpanTable>,
  first: number,
  second: number,
  ofFirst: HeldFacts,
  ofSecond: HeldFacts
): void {
  const add = (kind: SpanKind, one: Places, other: Places) => tables.get(kind)?.add(first, second, one, other)
  const mentions = [
    comparable(ofFirst.mentions, ofSecond.mentions),
    comparable(ofSecond.mentions, ofFirst.mentions)
  ] as const
  add('mention', mentions[0].map(place), mentions[1].map(place))
  const quotes = [comparable(ofFirst.quotes, ofSecond.quotes), comparable(ofSecond.quotes, ofFirst.quotes)] as const
  add('quote', quotes[0].map(place), quotes[1].map(place))
  for (const part of ['cue', 'source'] as const) {
    const [one, other] = quotes.map((facts) => facts.flatMap((fact) => (fact[part] ? [fact[part]] : [])))
    add(part, one ?? [], other ?? [])
  }
}

function comparable<Fact>(
  own: ReadonlyMap<string, Held<Fact>>,
  other: ReadonlyMap<string, Held<Fact>>
): readonly Fact[] {
  return [...own.values()].flatMap(({ key, isSuggested, fact }) =>
    fact !== null && (!isSuggested || other.has(key)) ? [fact] : []
  )
}

function place(fact: { readonly place: readonly Span[] }): readonly Span[] {
  return fact.place
}
