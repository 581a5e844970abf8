/** 12 for "e12": entities are numbered in the order of their first mention. */
export function entityNumber(id: string): number {
  return Number(id.slice(1))
}

export function entityId(number: number): string {
  return ids[number] ?? `e${number}`
}

/** Shared by all articles, to save memory: a folder has hundreds of thousands of references. */
const ids = Array.from({ length: 1000 }, (_, number) => `e${number}`)

/**
 * The corpus id of an entity that is never linked across articles. It is made of the article, the type and the
 * description, so that it is stable while other text is edited. `ordinal` counts, from 1, the article's entities of the
 * same description.
 */
export function idInArticle(article: string, type: string, name: string, ordinal: number): string {
  // Not a template: V8 keeps its result as a tree of the parts, which takes twice the memory.
  return ordinal === 1 ? [article, type, name].join(' ') : [article, type, name, `#${ordinal}`].join(' ')
}
