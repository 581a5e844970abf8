import type { Span } from '../../article'
import { firstIndex } from '../../util/binarySearch'

/** Finds those of many spans that share a character with one. */
export interface Overlaps<Item> {
  /** In order of their spans' beginnings. Takes time for what is found, and the logarithm of all. */
  of(span: Span): readonly Item[]
}

/** Items with one or several spans each; an item is found once for each of its spans. */
export function overlaps<Item>(items: readonly Item[], spansOf: (item: Item) => readonly Span[]): Overlaps<Item> {
  const entries = items
    .flatMap((item) => spansOf(item).map(({ start, end }) => ({ start, end, item })))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  /** The furthest end of each stretch of entries, as a tree over halves. */
  const furthest = new Float64Array(entries.length)
  const measure = (from: number, to: number): number => {
    if (from >= to) return -1
    const middle = (from + to) >> 1
    return (furthest[middle] = Math.max(entries[middle]!.end, measure(from, middle), measure(middle + 1, to)))
  }
  measure(0, entries.length)
  return {
    of(span) {
      const found: Item[] = []
      const behind = firstIndex(entries.length, (at) => entries[at]!.start >= span.end)
      const collect = (from: number, to: number): void => {
        if (from >= to || from >= behind) return
        const middle = (from + to) >> 1
        if (furthest[middle]! <= span.start) return
        collect(from, middle)
        const entry = entries[middle]!
        if (middle < behind && entry.end > span.start) found.push(entry.item)
        collect(middle + 1, to)
      }
      collect(0, entries.length)
      return found
    }
  }
}
