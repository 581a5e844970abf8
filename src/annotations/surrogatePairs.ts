import { firstIndex } from '../util/binarySearch'

/** The offsets of characters beyond U+FFFF, ascending. */
export function surrogatePairs(text: string): readonly number[] {
  const pairs: number[] = []
  for (const match of text.matchAll(/[\uD800-\uDBFF](?=[\uDC00-\uDFFF])/g)) pairs.push(match.index)
  return pairs
}

/** How many ascending numbers are below a limit. */
export function countBelow(sorted: ArrayLike<number>, limit: number): number {
  return firstIndex(sorted.length, (index) => sorted[index]! >= limit)
}
