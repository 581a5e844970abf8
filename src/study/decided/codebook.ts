import type { Code, Project } from '../../annotations'

/** A code as lists show it. */
export interface KnownCode {
  readonly id: string
  /** The names of the codes above it and its own, from the top; none of a code that the codebook does not have. */
  readonly path: readonly string[]
  readonly color: string
}

/** The codes of a project in the order of its tree, and whatever else codings may name. */
export interface Codebook {
  code(id: string): KnownCode
  /** Sorts ids of codes; unknown ones come last. */
  inOrder(ids: Iterable<string>): readonly string[]
}

const unknownColor = '#808080'
const codebooks = new WeakMap<Project, Codebook>()

export function codebookOf(project: Project): Codebook {
  const known = codebooks.get(project)
  if (known) return known
  const made = codebook(project.codes)
  codebooks.set(project, made)
  return made
}

function codebook(codes: readonly Code[]): Codebook {
  const byId = new Map(codes.map((code) => [code.id, code]))
  const children = new Map<string | undefined, Code[]>()
  for (const code of codes) {
    const parent = code.parent !== undefined && byId.has(code.parent) ? code.parent : undefined
    const siblings = children.get(parent)
    if (siblings) siblings.push(code)
    else children.set(parent, [code])
  }
  const known = new Map<string, KnownCode & { readonly rank: number }>()
  const add = (code: Code, above: readonly string[]): void => {
    if (known.has(code.id)) return
    const path = [...above, code.name]
    known.set(code.id, { id: code.id, path, color: rightColor(code.color), rank: known.size })
    for (const child of (children.get(code.id) ?? []).sort(byOrder)) add(child, path)
  }
  for (const code of (children.get(undefined) ?? []).sort(byOrder)) add(code, [])
  // Codes that are above each other in a circle: a file that was written by hand.
  for (const code of codes) add(code, [])
  const rank = (id: string) => known.get(id)?.rank ?? known.size
  return {
    code: (id) => known.get(id) ?? { id, path: [], color: unknownColor },
    inOrder: (ids) => [...ids].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  }
}

function byOrder(a: Code, b: Code): number {
  return a.order - b.order || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
}

/** Nothing but a colour may come from a file into a style. */
function rightColor(color: string): string {
  return /^#[0-9a-f]{6}$/i.test(color) ? color : unknownColor
}
