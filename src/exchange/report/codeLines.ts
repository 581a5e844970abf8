import { codePath, codesInOrder, codeTree, safeColor, type Code } from '../../annotations'

/** A code and how often it was given. */
export interface CodeLine {
  /** From 1, in order of `Overview.codes`. */
  readonly number: number
  /** `Code.id`. */
  readonly id: string
  /** The names from the top, its own included. */
  readonly path: readonly string[]
  /** "#rrggbb". */
  readonly color: string
  readonly description: string | undefined
  readonly codings: number
  readonly articles: number
}

/** The whole codebook in its order, then codes that are used but not in it. `uses`: the article of each coding, by code. */
export function codeLines(codes: readonly Code[], uses: ReadonlyMap<string, readonly number[]>): readonly CodeLine[] {
  const tree = codeTree(codes)
  const counted = (id: string) => {
    const articles = uses.get(id) ?? []
    return { id, codings: articles.length, articles: new Set(articles).size }
  }
  const known = codesInOrder(tree).map(({ code: { id, color, description } }) => ({
    path: codePath(tree, id),
    color: safeColor(color),
    description,
    ...counted(id)
  }))
  const unknown = [...uses.keys()]
    .filter((id) => !tree.nodes.has(id))
    .sort()
    .map((id) => ({ path: [id], color: safeColor(''), description: undefined, ...counted(id) }))
  return [...known, ...unknown].map((line, index) => ({ number: index + 1, ...line }))
}
