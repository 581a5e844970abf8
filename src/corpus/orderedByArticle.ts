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
  const byArticle = new Map<string, { readonly items: Set<T>; sorted: readonly T[] | undefined }>()
  return {
    add(article, item) {
      const known = byArticle.get(article)
      if (!known) {
        byArticle.set(article, { items: new Set([item]), sorted: undefined })
        return
      }
      known.items.add(item)
      known.sorted = undefined
    },
    remove(article, item) {
      const known = byArticle.get(article)
      if (!known?.items.delete(item)) return
      known.sorted = undefined
      if (known.items.size === 0) byArticle.delete(article)
    },
    list(articles) {
      const all: T[] = []
      for (const article of articles) {
        const known = byArticle.get(article)
        if (!known) continue
        known.sorted ??= [...known.items].sort((a, b) => rank(a) - rank(b))
        for (const item of known.sorted) all.push(item)
      }
      return all
    }
  }
}
