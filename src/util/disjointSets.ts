/** Items that are joined to sets, one after the other (union-find). */
export interface DisjointSets<T> {
  /** Adds an item as a set of its own; does nothing when it is there. */
  add(item: T): void
  has(item: T): boolean
  /** Joins the sets of two items that are there. */
  join(a: T, b: T): void
  areJoined(a: T, b: T): boolean
  /** All items, in the order of adding; also those that are added while the caller goes through them. */
  items(): Iterable<T>
  /** The sets, in the order of their first items. */
  sets(): Iterable<readonly T[]>
}

export function disjointSets<T>(): DisjointSets<T> {
  const parents = new Map<T, T>()
  const sizes = new Map<T, number>()

  function find(item: T): T {
    let current = item
    for (;;) {
      const parent = parents.get(current)!
      if (parent === current) return current
      const above = parents.get(parent)!
      parents.set(current, above)
      current = above
    }
  }

  return {
    add(item) {
      if (!parents.has(item)) parents.set(item, item)
    },
    has: (item) => parents.has(item),
    join(a, b) {
      const first = find(a)
      const second = find(b)
      if (first === second) return
      const sizeOf = (root: T) => sizes.get(root) ?? 1
      const [large, small] = sizeOf(first) < sizeOf(second) ? [second, first] : [first, second]
      parents.set(small, large)
      sizes.set(large, sizeOf(large) + sizeOf(small))
    },
    areJoined: (a, b) => find(a) === find(b),
    items: () => parents.keys(),
    sets() {
      const sets = new Map<T, T[]>()
      for (const item of parents.keys()) {
        const root = find(item)
        const set = sets.get(root)
        if (set) set.push(item)
        else sets.set(root, [item])
      }
      return sets.values()
    }
  }
}
