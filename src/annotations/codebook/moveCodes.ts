import type { Code } from '../project'
import { changeCodes, withParent } from './changeCodes'
import type { Codebook, CodeEdit } from './codebook'
import { codeTree, codesInOrder, topmostCodes, withCodesBelow, type CodeNode } from './codeTree'

/**
 * Moves codes with all that is below them to the end of the codes below `parent`, or of the topmost ones; in the order in which
 * they stand in the tree. Codes below other moved ones stay below them. Undefined when `parent` is one of them or below one.
 */
export function moveCodes(
  codebook: Codebook,
  ids: Iterable<string>,
  parent: string | undefined,
  now: string
): readonly CodeEdit[] | undefined {
  const tree = codeTree(codebook.project.codes)
  const moved = topmostCodes(tree, ids)
  const movedIds = new Set(moved.map(({ code }) => code.id))
  if (parent !== undefined && (!tree.nodes.has(parent) || withCodesBelow(tree, movedIds).has(parent))) return undefined
  const present = parent === undefined ? tree.roots : (tree.nodes.get(parent)?.children ?? [])
  const inOrder = codesInOrder(tree).filter(({ code }) => movedIds.has(code.id))
  const staying = present.filter(({ code }) => !movedIds.has(code.id))
  return arranged(codebook, parent, [...staying, ...inOrder], now)
}

/** Moves codes one place up (-1) or down (1) among their siblings; those at the edge stay. */
export function shiftCodes(
  codebook: Codebook,
  ids: Iterable<string>,
  direction: -1 | 1,
  now: string
): readonly CodeEdit[] {
  const wanted = new Set(ids)
  return siblingLists(codebook).flatMap(({ parent, nodes }) => {
    if (!nodes.some(({ code }) => wanted.has(code.id))) return []
    const list = direction === 1 ? [...nodes].reverse() : [...nodes]
    for (let at = 1; at < list.length; at++) {
      const [before, node] = [list[at - 1]!, list[at]!]
      if (!wanted.has(node.code.id) || wanted.has(before.code.id)) continue
      list[at - 1] = node
      list[at] = before
    }
    return arranged(codebook, parent, direction === 1 ? list.reverse() : list, now)
  })
}

/** Sorts the codes below `parent` (undefined: all codes, on each level) by name, as `compare` does. */
export function sortCodes(
  codebook: Codebook,
  parent: string | undefined,
  compare: (a: string, b: string) => number,
  now: string
): readonly CodeEdit[] {
  return siblingLists(codebook)
    .filter((siblings) => parent === undefined || siblings.parent === parent)
    .flatMap((siblings) => {
      const nodes = [...siblings.nodes].sort((a, b) => compare(a.code.name, b.code.name))
      return arranged(codebook, siblings.parent, nodes, now)
    })
}

/** Puts codes below `parent` in this order. */
function arranged(
  codebook: Codebook,
  parent: string | undefined,
  nodes: readonly CodeNode[],
  now: string
): readonly CodeEdit[] {
  const places = new Map(nodes.map(({ code }, place) => [code.id, place]))
  return changeCodes(codebook, places.keys(), now, (code): Code => ({
    ...withParent(code, parent),
    order: places.get(code.id)!
  }))
}

function siblingLists({ project }: Codebook): { parent: string | undefined; nodes: readonly CodeNode[] }[] {
  const tree = codeTree(project.codes)
  return [
    { parent: undefined, nodes: tree.roots },
    ...codesInOrder(tree).map(({ code, children }) => ({ parent: code.id, nodes: children }))
  ].filter(({ nodes }) => nodes.length > 0)
}
