import type { Span } from '../../../article'
import type { AnnotationDocument } from '../../document'
import type { FlatSpan } from '../../flat/flatDocument'

/** A block of the text: a paragraph, or what stands between paragraphs and is more than white space. */
export interface Block extends Span {
  readonly role: string
}

/** The blocks of a text, in order. What is outside of them is white space. At least one. */
export function blocksOf({ text, paragraphs }: AnnotationDocument): readonly Block[] {
  const blocks: Block[] = []
  const addRest = (start: number, end: number) => {
    const rest = text.slice(start, end)
    const first = rest.search(notWhite)
    if (first !== -1) blocks.push({ start: start + first, end: end - rest.length + withoutEnd(rest), role: 'other' })
  }
  let at = 0
  for (const { start, end, role } of paragraphs) {
    if (start < at || start >= end) continue
    addRest(at, start)
    blocks.push({ start, end, role })
    at = end
  }
  addRest(at, text.length)
  return blocks.length > 0 ? blocks : [{ start: 0, end: text.length, role: 'other' }]
}

/** White space of XML: what else is white (a no-break space, a line separator) is text there. */
const notWhite = /[^ \t\n\r]/

function withoutEnd(text: string): number {
  return text.replace(/[ \t\n\r]+$/, '').length
}

/**
 * The mentions and quotes that can be elements of the text: of one piece, inside of one block, not crossing another. Of two that cross
 * the one that begins first is an element. In order, outer ones first.
 */
export function inlineSpans(spans: readonly FlatSpan[], blocks: readonly Block[]): readonly FlatSpan[] {
  const candidates = spans
    .filter(({ layer, pieces }) => (layer === 'mention' || layer === 'quote') && pieces.length === 1)
    .sort((a, b) => {
      const [first, second] = [a.pieces[0]!, b.pieces[0]!]
      return first.start - second.start || second.end - first.end || rank(a) - rank(b)
    })
  const open: number[] = [] // the ends of the elements around
  let block = 0
  return candidates.filter(({ pieces: [piece] }) => {
    const { start, end } = piece!
    while (block < blocks.length - 1 && blocks[block]!.end <= start) block++
    const { start: first, end: last } = blocks[block]!
    if (start < first || end > last || start >= end) return false
    while (open.length > 0 && open.at(-1)! <= start) open.pop()
    if (open.length > 0 && end > open.at(-1)!) return false
    open.push(end)
    return true
  })
}

function rank({ layer }: FlatSpan): number {
  return layer === 'quote' ? 0 : 1
}
