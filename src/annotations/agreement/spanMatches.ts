import type { Span } from '../../article'
import { firstIndex } from '../../util/binarySearch'
import { placesKey, wholeOf } from './places'

/** Of two annotators' spans, by index; those that are in no pair are found by nobody else. */
export interface SpanMatches {
  readonly exact: readonly SpanPair[]
  /** Those that have a character in common, of what is not matched exactly. */
  readonly overlapping: readonly SpanPair[]
}

export interface SpanPair {
  readonly first: number
  readonly second: number
}

/** How many spans each of two annotators has, and how many pairs of them match. Sums over articles are sums of these. */
export interface SpanCounts {
  readonly first: number
  readonly second: number
  readonly exact: number
  /** With the exact ones. */
  readonly overlapping: number
}

/**
 * Pairs the spans of two annotators, each with one of the other at most: first those of the same pieces, then of the rest as many
 * as can be of those that have a character in common, from the beginning of the first piece to the end of the last. Exchanging
 * the annotators exchanges the sides of the pairs and changes no count. O(n log n) where few lie on top of each other.
 */
export function matchSpans(first: readonly (readonly Span[])[], second: readonly (readonly Span[])[]): SpanMatches {
  const exact: SpanPair[] = []
  const open = new Map<string, number[]>()
  for (const [index, pieces] of second.entries()) {
    const key = placesKey(pieces)
    const waiting = open.get(key)
    if (waiting) waiting.push(index)
    else open.set(key, [index])
  }
  const restOfFirst: number[] = []
  for (const [index, pieces] of first.entries()) {
    const match = open.get(placesKey(pieces))?.shift()
    if (match === undefined) restOfFirst.push(index)
    else exact.push({ first: index, second: match })
  }
  const restOfSecond = [...open.values()].flat()
  return { exact, overlapping: overlappingPairs(endsOf(first, restOfFirst), endsOf(second, restOfSecond)) }
}

interface Stretch extends Span {
  readonly index: number
}

/** Spans without a character, and those of the whole article, overlap nothing. */
function endsOf(all: readonly (readonly Span[])[], indexes: readonly number[]): readonly Stretch[] {
  return indexes.flatMap((index) => {
    const whole = wholeOf(all[index] ?? null)
    return whole && whole.start < whole.end ? [{ ...whole, index }] : []
  })
}

/**
 * As many pairs as there can be: the stretch that ends first takes, of those of the other side that it overlaps, the one that ends
 * first. Whatever that one overlaps of the rest, each of the others overlaps too, since all of them reach that end.
 */
function overlappingPairs(first: readonly Stretch[], second: readonly Stretch[]): readonly SpanPair[] {
  const byStart = [
    ...first.map((stretch) => ({ stretch, isFirst: true })),
    ...second.map((stretch) => ({ stretch, isFirst: false }))
  ].sort((a, b) => a.stretch.start - b.stretch.start)
  const byEnd = [...byStart].sort((a, b) => inOrderOfEnd(a.stretch, b.stretch))
  const pairs: SpanPair[] = []
  const taken = new Set<Stretch>()
  // Those that have begun and not ended, of each side, in order of their end.
  const begun: { readonly first: Stretch[]; readonly second: Stretch[] } = { first: [], second: [] }
  let started = 0
  for (const { stretch, isFirst } of byEnd) {
    for (; started < byStart.length && byStart[started]!.stretch.start < stretch.end; started++) {
      const next = byStart[started]!
      insert(next.isFirst ? begun.first : begun.second, next.stretch)
    }
    const own = isFirst ? begun.first : begun.second
    own.splice(own.indexOf(stretch), 1)
    if (taken.has(stretch)) continue
    const partner = (isFirst ? begun.second : begun.first).find((other) => !taken.has(other))
    if (!partner) continue
    taken.add(partner)
    pairs.push(
      isFirst ? { first: stretch.index, second: partner.index } : { first: partner.index, second: stretch.index }
    )
  }
  return pairs
}

function insert(stretches: Stretch[], stretch: Stretch): void {
  const at = firstIndex(stretches.length, (index) => inOrderOfEnd(stretches[index]!, stretch) > 0)
  stretches.splice(at, 0, stretch)
}

function inOrderOfEnd(a: Stretch, b: Stretch): number {
  return a.end - b.end || a.start - b.start || a.index - b.index
}

/**
 * Precision, recall and their harmonic mean F1 of spans, 0 to 1. Which annotator is taken for the standard only exchanges
 * precision and recall; F1 is the same either way. It is what kappa comes to where, as with spans in a text, nobody can count
 * what both left unmarked (G. Hripcsak, A. S. Rothschild, "Agreement, the F-measure, and reliability in information retrieval",
 * JAMIA 12, 2005).
 */
export interface SpanFigures {
  /** The share of the first annotator's spans that the second one has too. */
  readonly ofFirst: number
  readonly ofSecond: number
  readonly f1: number
}

/** Null where neither has a span. Where one of them has none the share of that one's is 0. */
export function spanFigures(first: number, second: number, matched: number): SpanFigures | null {
  if (first + second === 0) return null
  return {
    ofFirst: first === 0 ? 0 : matched / first,
    ofSecond: second === 0 ? 0 : matched / second,
    f1: (2 * matched) / (first + second)
  }
}
