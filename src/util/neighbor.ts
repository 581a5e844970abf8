import { firstIndex } from './binarySearch'

export type Direction = 'next' | 'previous'

/** The index of the next place behind `from`, or of the last one before it; -1 where there is none. `places` are ascending. */
export function neighbor(places: readonly number[], from: number, direction: Direction): number {
  if (direction === 'previous') return firstIndex(places.length, (index) => places[index]! >= from) - 1
  const index = firstIndex(places.length, (at) => places[at]! > from)
  return index < places.length ? index : -1
}
