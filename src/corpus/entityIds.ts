/** "e12" -> 12: entities are numbered in the order of their first mention. */
export function entityNumber(id: string): number {
  return Number(id.slice(1))
}

export function entityId(number: number): string {
  return ids[number] ?? `e${number}`
}

/** One string for all articles: a folder has hundreds of thousands of references. */
const ids = Array.from({ length: 1000 }, (_, number) => `e${number}`)

/**
 * The id of somebody who is never the same across articles: of the article, and of type and description, which stay while
 * other text is edited; `use` counts from 1 where the article has several of the same description.
 */
export function idInArticle(article: string, type: string, name: string, use: number): string {
  // Joined, because a template of strings stays a tree of them, twice as large.
  return use === 1 ? [article, type, name].join(' ') : [article, type, name, `#${use}`].join(' ')
}
