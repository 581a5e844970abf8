import { firstIndex } from '../../util/binarySearch'
import { blockAt, type Shown } from './model'
import { shownOffset, sourceOffset } from './runOffsets'

/** Words of the source that are selected; both ends are equal for a caret. UTF-16 units. */
export interface Selected {
  readonly start: number
  readonly end: number
}

/** What is selected in the text; undefined while the selection is somewhere else. */
export function selectedIn(root: HTMLElement, shown: Shown): Selected | undefined {
  const selection = getSelection()
  if (!selection || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return undefined
  const start = offsetAt(root, shown, range.startContainer, range.startOffset, 'start')
  if (range.collapsed) return { start, end: start }
  return { start, end: Math.max(start, offsetAt(root, shown, range.endContainer, range.endOffset, 'end')) }
}

/** Selects words of the source. */
export function selectIn(root: HTMLElement, shown: Shown, { start, end }: Selected): Range {
  const range = document.createRange()
  const from = pointAt(root, shown, start)
  range.setStart(from.node, from.at)
  if (end > start) {
    const to = pointAt(root, shown, end)
    range.setEnd(to.node, to.at)
  } else range.collapse(true)
  const selection = getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
  return range
}

/** Selects words again where they are in blocks, from one to another, that were drawn anew: what was selected in them is not any more. */
export function selectAgain(
  root: HTMLElement,
  shown: Shown,
  words: Selected,
  { from, to }: { readonly from: number; readonly to: number }
): void {
  if (blockAt(shown, words.end) < from || blockAt(shown, words.start) > to) return
  const present = selectedIn(root, shown)
  if (present && (present.start !== words.start || present.end !== words.end)) selectIn(root, shown, words)
}

function offsetAt(root: HTMLElement, shown: Shown, node: Node, at: number, side: 'start' | 'end'): number {
  const element = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-id]')
  if (!element) {
    const next = shown.blocks[at]
    return next ? next.start : shown.length
  }
  const placed = shown.blocks[indexOf(root, element)]
  if (!placed) return 0
  const before = document.createRange()
  before.setStart(element, 0)
  before.setEnd(node, at)
  return placed.start + sourceOffset(placed.block.runs, before.toString().length, side)
}

/** The place of a block among its like. Their order is that of the text: found by halving. */
function indexOf(root: HTMLElement, element: HTMLElement): number {
  const { children } = root
  return firstIndex(children.length, (index) => {
    const other = children[index]!
    return other === element || (element.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) > 0
  })
}

function pointAt(root: HTMLElement, shown: Shown, offset: number): { readonly node: Node; readonly at: number } {
  const index = blockAt(shown, offset)
  const placed = shown.blocks[index]
  const element = root.children[index]
  if (!placed || !element) return { node: root, at: 0 }
  let left = shownOffset(placed.block.runs, offset - placed.start)
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let last: Node = element
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node as Text
    if (left < length || (left === length && !hasTextAfter(element, node))) return { node, at: left }
    left -= length
    last = node
  }
  return last instanceof Text ? { node: last, at: last.length } : { node: element, at: 0 }
}

function hasTextAfter(element: Element, node: Node): boolean {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  walker.currentNode = node
  return walker.nextNode() !== null
}
