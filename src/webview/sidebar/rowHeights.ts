import type { TreeNode } from './treeNodes'

/** Pixels that each level below the sections moves to the right. */
export const indent = 8

/** As in VS Code's own lists. Pixels. */
const rowHeight = 22
const lineHeight = 17
const factsHeight = 16
const padding = 7

/** A quote on two lines. Lower ones show one line. */
export const tallQuote = 2 * lineHeight + factsHeight + padding

/** Left of a first-level quote's words: twistie and the line that shows its kind; right of them the padding. */
const sides = 41

/** What the width of a character is measured by: prose, in the proportions of a news article. */
const sample = 'The officials said on Thursday that the talks had been useful, and that they would meet again in March.'

/** The height of each row where the list is so wide: a quote takes one or two lines and its facts, everything else one. */
export function rowHeights(width: number, characterWidth: number): (node: TreeNode, level: number) => number {
  return ({ content }, level) => {
    if (content.kind === 'pending') return content.count * (content.isTall ? tallQuote : rowHeight)
    if (content.kind !== 'quote') return rowHeight
    const room = (width - sides - (level - 1) * indent) / characterWidth
    return content.quote.text.length > room ? tallQuote : tallQuote - lineHeight
  }
}

/** Pixels that a character of prose takes on average in an element's font. */
export function averageCharacter(element: Element): number {
  const { fontFamily, fontSize } = getComputedStyle(element)
  const pen = document.createElement('canvas').getContext('2d')
  if (!pen) return Number.parseFloat(fontSize) / 2
  pen.font = `${fontSize} ${fontFamily}`
  return pen.measureText(sample).width / sample.length
}
