import type { Span } from '../../article'
import { firstIndex } from '../../util/binarySearch'

/** Finds the items whose spans overlap a span, in their own order, without looking at all of them. */
export function overlapFinder<T>(items: readonly T[], spanOf: (item: T) => Span): (span: Span) => readonly T[] {
  const sorted = items.map((item, index) => ({ item, index, ...spanOf(item) })).sort((a, b) => a.start - b.start)
  /** The farthest end of each and all before it. */
  const ends: number[] = []
  for (const { end } of sorted) ends.push(Math.max(end, ends.at(-1) ?? -1))
  return ({ start, end }) => {
    const found: (typeof sorted)[number][] = []
    for (let at = firstIndex(sorted.length, (index) => sorted[index]!.start >= end) - 1; at >= 0; at--) {
      if (ends[at]! <= start) break
      if (sorted[at]!.end > start) found.push(sorted[at]!)
    }
    return found.sort((a, b) => a.index - b.index).map(({ item }) => item)
  }
}
