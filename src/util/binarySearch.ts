/**
 * The first index from 0 to `length` - 1 at which something holds, or `length` where it holds nowhere. Binary search: once
 * it holds, it has to hold at all further indexes.
 */
export function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
