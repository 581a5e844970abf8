import type { Code } from '../project'

export interface CodeNode {
  readonly code: Code
  readonly parent: CodeNode | undefined
  readonly children: readonly CodeNode[]
}

export interface CodeTree {
  readonly roots: readonly CodeNode[]
  /** By `Code.id`. */
  readonly nodes: ReadonlyMap<string, CodeNode>
}

/**
 * The codes as a tree, each once. Files are merged by git, so that a code's parent may be gone or below the code itself: the
 * first are roots, and of codes in a circle the one that comes first in order is one.
 */
export function codeTree(codes: readonly Code[]): CodeTree {
  const byId = new Map(codes.map((code) => [code.id, code]))
  const ordered = [...byId.values()].sort(bySiblingOrder)
  const cut = firstsOfCircles(ordered, byId)
  const nodes = new Map<string, CodeNode & { readonly children: CodeNode[]; parent: CodeNode | undefined }>()
  for (const code of ordered) nodes.set(code.id, { code, parent: undefined, children: [] })
  const roots: CodeNode[] = []
  for (const node of nodes.values()) {
    const { id, parent } = node.code
    const above = parent === undefined || cut.has(id) ? undefined : nodes.get(parent)
    node.parent = above
    if (above) above.children.push(node)
    else roots.push(node)
  }
  return { roots, nodes }
}

/** Of the codes of each circle the id of the one that comes first. Each code is walked over once. */
function firstsOfCircles(ordered: readonly Code[], byId: ReadonlyMap<string, Code>): ReadonlySet<string> {
  const places = new Map(ordered.map(({ id }, place) => [id, place]))
  const done = new Set<string>()
  const firsts = new Set<string>()
  for (const code of ordered) {
    const path: string[] = []
    const onPath = new Set<string>()
    let at: Code | undefined = code
    while (at && !done.has(at.id) && !onPath.has(at.id)) {
      path.push(at.id)
      onPath.add(at.id)
      at = at.parent === undefined ? undefined : byId.get(at.parent)
    }
    if (at && onPath.has(at.id)) {
      const circle = path.slice(path.indexOf(at.id))
      firsts.add(circle.reduce((first, id) => (places.get(id)! < places.get(first)! ? id : first)))
    }
    for (const id of path) done.add(id)
  }
  return firsts
}

/** The names on the way to a code, the topmost first; empty where it is unknown. */
export function codePath({ nodes }: CodeTree, id: string): readonly string[] {
  const names: string[] = []
  for (let node = nodes.get(id); node; node = node.parent) names.unshift(node.code.name)
  return names
}

/** All nodes from the top, children after their parent. */
export function codesInOrder({ roots }: CodeTree): readonly CodeNode[] {
  return roots.flatMap(withBelow)
}

/** The ids of these codes and of all codes below them. */
export function withCodesBelow({ nodes }: CodeTree, ids: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>()
  for (const id of ids) {
    const node = nodes.get(id)
    if (node && !found.has(id)) for (const { code } of withBelow(node)) found.add(code.id)
  }
  return found
}

/** Those of the codes that have none of the others above them. */
export function topmostCodes({ nodes }: CodeTree, ids: Iterable<string>): readonly CodeNode[] {
  const wanted = new Set(ids)
  return [...wanted].flatMap((id) => {
    const node = nodes.get(id)
    for (let above = node?.parent; above; above = above.parent) if (wanted.has(above.code.id)) return []
    return node ? [node] : []
  })
}

/** `Code.order` among siblings, then the name, then the id. */
export function bySiblingOrder(a: Code, b: Code): number {
  return a.order - b.order || compared(a.name, b.name) || compared(a.id, b.id)
}

function withBelow(node: CodeNode): readonly CodeNode[] {
  const found: CodeNode[] = []
  const open = [node]
  for (let next = open.pop(); next; next = open.pop()) {
    found.push(next)
    open.push(...[...next.children].reverse())
  }
  return found
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
