import type { TreeNode } from './treeNodes'

/** A node whose ancestors are all open, with its place in the tree as ARIA and the arrow keys need it. */
export interface Row {
  readonly node: TreeNode
  /** From 1. */
  readonly level: number
  readonly position: number
  readonly siblings: number
  /** Undefined for a leaf. */
  readonly expanded: boolean | undefined
  /** Index of the parent's row, or -1. */
  readonly parent: number
}

export interface RowsInput {
  readonly tree: readonly TreeNode[]
  readonly toggled: ReadonlyMap<string, boolean>
}

/** The open part of a tree from top to bottom. */
export function visibleRows({ tree, toggled }: RowsInput): readonly Row[] {
  const rows: Row[] = []
  const add = (nodes: readonly TreeNode[], level: number, parent: number): void => {
    const siblings = nodes.reduce((sum, node) => sum + weight(node), 0)
    let position = 1
    for (const node of nodes) {
      const expanded = node.children && (toggled.get(node.key) ?? node.isOpen ?? false)
      const row = rows.push({ node, level, position, siblings, expanded, parent }) - 1
      position += weight(node)
      if (expanded && node.children) add(node.children(), level + 1, row)
    }
  }
  add(tree, 1, -1)
  return rows
}

/** How many rows of its list a node stands for. */
function weight({ content }: TreeNode): number {
  return content.kind === 'pending' ? content.count : 1
}

/** Index after the last row below a row. */
export function endOf(rows: readonly Row[], index: number): number {
  const level = rows[index]?.level ?? 0
  let at = index + 1
  while ((rows[at]?.level ?? 0) > level) at++
  return at
}
