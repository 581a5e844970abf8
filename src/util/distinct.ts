/**
 * The items without those that are a group's again: of each group the first, and every one of no group. `groupOf` gives a
 * number from 0, or -1 for an item of no group. The one way in which quotes are counted that are the same one again.
 */
export function firstOfGroups<T>(items: readonly T[], groupOf: (item: T) => number): readonly T[] {
  const seen = new Set<number>()
  return items.filter((item) => {
    const group = groupOf(item)
    if (group < 0) return true
    const isFirst = !seen.has(group)
    seen.add(group)
    return isFirst
  })
}

/** How many items there are when those of one group are one. */
export function distinctCount<T>(items: readonly T[], groupOf: (item: T) => number): number {
  return firstOfGroups(items, groupOf).length
}
