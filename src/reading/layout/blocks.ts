import { shownText, type Article, type Span } from '../../article'
import type { BlockRole } from '../../protocol/reading'
import type { Steps } from '../../util/steps'

/** A block of an article: one of its paragraphs, or what stands between two of them. */
export interface Block extends Span {
  readonly role: BlockRole
}

/** What is between paragraphs is cut at blank lines, and where it is longer than this, so that no block is long. UTF-16 units. */
const longestOther = 4000

const paragraphsPerStep = 500

/** All that a reader sees of an article, in order. */
export function* blocksOf(article: Pick<Article, 'text' | 'markup' | 'paragraphs'>): Steps<readonly Block[]> {
  const blocks: Block[] = []
  let from = 0
  const between = (to: number) => {
    if (to > from) for (const block of otherBlocks(article, { start: from, end: to })) blocks.push(block)
  }
  for (const [index, { start, end, role }] of article.paragraphs.entries()) {
    if (index % paragraphsPerStep === paragraphsPerStep - 1) yield
    between(start)
    blocks.push({ start, end, role })
    from = Math.max(from, end)
  }
  between(article.text.length)
  return blocks
}

/** A text of which nothing is known: its lines, one a paragraph. */
export function linesAsBlocks(text: string): readonly Block[] {
  return pieces(text, { start: 0, end: text.length }, /[\r\n]+/g).map((piece) => ({ ...piece, role: 'body' }))
}

/** Before a paragraph of Markdown: of a heading, a quotation, a list, a table. Readers see these otherwise, or not at all. */
const blockMark = /^\s*(?:[^\p{L}\p{N}]*|\d+[.)])\s*$/u

function otherBlocks(source: Pick<Article, 'text' | 'markup'>, span: Span): readonly Block[] {
  return pieces(source.text, span, /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/g)
    .filter((piece) => !blockMark.test(shownText(source, piece)))
    .map((piece) => ({ ...piece, role: 'other' }))
}

/** The stretches of a span between what a pattern matches, without white space at their ends; none is empty or too long. */
function pieces(text: string, { start, end }: Span, between: RegExp): readonly Span[] {
  const found: Span[] = []
  const add = (from: number, to: number) => {
    for (let at = from; at < to; at += longestOther) {
      const words = text.slice(at, Math.min(to, at + longestOther))
      const first = at + words.length - words.trimStart().length
      const last = at + words.trimEnd().length
      if (last > first) found.push({ start: first, end: last })
    }
  }
  let from = start
  for (const match of text.slice(start, end).matchAll(between)) {
    add(from, start + match.index)
    from = start + match.index + match[0].length
  }
  add(from, end)
  return found
}
