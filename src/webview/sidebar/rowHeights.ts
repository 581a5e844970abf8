import type { TreeNode } from './treeNodes'

/** Pixels that each level moves to the right. */
export const indent = 8

/** As in VS Code's own lists; every row but those that are measured. Pixels. */
export const rowHeight = 22

/** A quote takes one or two lines and its facts. Pixels. */
const lineHeight = 17
const factsHeight = 16
const chipsHeight = 18
const padding = 6

/** A name and what its bearer is. Pixels. */
const sourceHeight = 40

/** About as many UTF-16 units fit on a line at the sidebar's default width. */
const lineLength = 40

/** Whether a row is as high as its words; of others the height is that of one line. */
export function isMeasured({ content }: TreeNode): boolean {
  return ['quote', 'review', 'source', 'entity', 'group', 'code', 'memo'].includes(content.kind)
}

/** The height of a row before it is rendered and measured; of pending rows, that of all of them. Pixels. */
export function estimatedHeight({ content }: TreeNode): number {
  const { kind } = content
  if (kind === 'pending') return content.count * (content.isTall ? quoteHeight(2) : rowHeight)
  if (kind === 'review') {
    const { words, state } = content.review
    return quoteHeight(words.length > lineLength ? 2 : 1) + (state === 'proposed' ? factsHeight : 0)
  }
  if (kind === 'source') return sourceHeight
  if (kind !== 'quote') return rowHeight
  const chips = content.codes.length > 0 || content.quote.status?.memo ? chipsHeight : 0
  return quoteHeight(content.quote.text.length > lineLength ? 2 : 1) + chips
}

function quoteHeight(lines: number): number {
  return lines * lineHeight + factsHeight + padding
}
