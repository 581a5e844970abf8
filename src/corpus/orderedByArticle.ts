/**
 * Items grouped by the article that they begin in, so that after a change only the items of that article are sorted
 * again.
 */
export interface OrderedByArticle<T> {
  add(article: string, item: T): void
  remove(article: string, item: T): void
  /** All items, in the given order of articles, and by rank within each. */
  list(articles: readonly string[]): readonly T[]
}

/** `rank` orders the items of one article, ascending. */
export function orderedByArticle<T>(rank: (item: T) => number): OrderedByArticle<T> {
  const byArticle = new Map<string, readonly T[]>()
  /** The items of articles that have changed since the last list; these are not in the other map. */
  const unsorted = new Map<string, Set<T>>()

  function open(article: string): Set<T> {
    const known = unsorted.get(article)
    if (known) return known
    const items = new Set(byArticle.get(article))
    byArticle.delete(article)
    unsorted.set(article, items)
    return items
  }

  return {
    add(article, item) {
      open(article).add(item)
    },
    remove(article, item) {
      if (byArticle.has(article) || unsorted.has(article)) open(article).delete(item)
    },
    list(articles) {
      // Sets are for the changes alone: those of thousands of articles would take twice the memory.
      for (const [article, items] of unsorted)
        if (items.size > 0)
          byArticle.set(
            article,
            [...items].sort((a, b) => rank(a) - rank(b))
          )
      unsorted.clear()
      const all: T[] = []
      for (const article of articles) for (const item of byArticle.get(article) ?? []) all.push(item)
      return all
    }
  }
}
