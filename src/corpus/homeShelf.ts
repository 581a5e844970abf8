/** Things kept by the article in which they begin, so that all of them are in order without sorting all of them. */
export interface HomeShelf<T> {
  put(article: string, item: T): void
  take(article: string, item: T): void
  inOrder(articles: readonly string[]): readonly T[]
}

/** `rank` orders the things of one article. */
export function homeShelf<T>(rank: (item: T) => number): HomeShelf<T> {
  const shelves = new Map<string, { readonly items: Set<T>; sorted: readonly T[] | undefined }>()
  return {
    put(article, item) {
      const shelf = shelves.get(article)
      if (!shelf) {
        shelves.set(article, { items: new Set([item]), sorted: undefined })
        return
      }
      shelf.items.add(item)
      shelf.sorted = undefined
    },
    take(article, item) {
      const shelf = shelves.get(article)
      if (!shelf?.items.delete(item)) return
      shelf.sorted = undefined
      if (shelf.items.size === 0) shelves.delete(article)
    },
    inOrder(articles) {
      const all: T[] = []
      for (const article of articles) {
        const shelf = shelves.get(article)
        if (!shelf) continue
        shelf.sorted ??= [...shelf.items].sort((a, b) => rank(a) - rank(b))
        for (const item of shelf.sorted) all.push(item)
      }
      return all
    }
  }
}
