import type { Steps } from './steps'

/** The number of items that are sorted in one step, which takes a millisecond or two. */
const chunk = 2048

/** A stable merge sort in small steps, for lists of any length in a host that has keystrokes to serve in between. Returns a new array. */
export function* sortInSteps<T>(items: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  let runs: T[][] = []
  for (let at = 0; at < items.length; at += chunk) {
    runs.push(items.slice(at, at + chunk).sort(compare))
    yield
  }
  while (runs.length > 1) {
    const longer: T[][] = []
    for (let at = 0; at < runs.length; at += 2) longer.push(yield* merge(runs[at]!, runs[at + 1] ?? [], compare))
    runs = longer
  }
  return runs[0] ?? []
}

function* merge<T>(left: readonly T[], right: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  const merged: T[] = []
  let fromLeft = 0
  let fromRight = 0
  while (fromLeft < left.length || fromRight < right.length) {
    if (merged.length % chunk === chunk - 1) yield
    const takesLeft =
      fromRight >= right.length || (fromLeft < left.length && compare(left[fromLeft]!, right[fromRight]!) <= 0)
    merged.push(takesLeft ? left[fromLeft++]! : right[fromRight++]!)
  }
  return merged
}
