/** So many items are sorted in one go: a millisecond or two. */
const chunk = 2048

/** A stable merge sort in small steps, for lists of any length in a host that has keystrokes to serve in between. Returns a new array. */
export function* sortInSteps<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number
): Generator<undefined, T[], undefined> {
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

function* merge<T>(
  left: readonly T[],
  right: readonly T[],
  compare: (a: T, b: T) => number
): Generator<undefined, T[], undefined> {
  const merged: T[] = []
  let l = 0
  let r = 0
  while (l < left.length || r < right.length) {
    if (merged.length % chunk === chunk - 1) yield
    merged.push(r >= right.length || (l < left.length && compare(left[l]!, right[r]!) <= 0) ? left[l++]! : right[r++]!)
  }
  return merged
}
