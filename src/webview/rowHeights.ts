import type { TreeNode } from './treeNodes'

/** As VS Code's own lists. Pixels. */
export const rowHeight = 22
const lineHeight = 17
const factsHeight = 16
const padding = 7
/** Left of a quote's words: indents, twistie, the line that shows its kind; and the scrollbar on the right. */
const sides = 48
const averageCharacter = 6.3

/** The height of each row where the list is so wide: a quote takes one or two lines and its facts, everything else one. */
export function rowHeights(width: number): (node: TreeNode, level: number) => number {
  const room = Math.max(10, (width - sides) / averageCharacter)
  return ({ content }) => {
    if (content.is !== 'quote') return rowHeight
    const lines = content.quote.text.length > room ? 2 : 1
    return lines * lineHeight + factsHeight + padding
  }
}
