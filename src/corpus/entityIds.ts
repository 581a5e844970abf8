/** "e12" -> 12: entities are numbered in the order of their first mention. */
export function entityNumber(id: string): number {
  return Number(id.slice(1))
}

export function entityId(number: number): string {
  return ids[number] ?? `e${number}`
}

/** One string for all articles: a folder has hundreds of thousands of references. */
const ids = Array.from({ length: 1000 }, (_, number) => `e${number}`)
