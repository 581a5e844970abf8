import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import type { Nodes, Parent, Root, Text } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified, type Processor } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import type { Markup, Span } from './article'
import { isSpace } from './characters'
import { readFrontMatter, type FrontMatter } from './frontMatter'
import { exceedsMarkdownLimits } from './markdownLimits'
import { plainBlocks, type Block } from './plainText'

export interface MarkdownProse {
  readonly blocks: readonly Block[]
  /** That of all blocks, in order. */
  readonly markup: readonly Markup[]
  readonly frontMatter: FrontMatter | null
}

/**
 * The prose of a Markdown text: paragraphs, headings and table cells, as spans of the source, with their markup. Code, link
 * targets, HTML, definitions and front matter are in none of them. A text that is too much for the parser is read as
 * plain text.
 */
export function markdownBlocks(text: string): MarkdownProse {
  try {
    if (!exceedsMarkdownLimits(text)) return parseBlocks(text)
  } catch (error) {
    // The parser recurses: what is nested in a way that the limits do not see overflows the stack.
    if (!(error instanceof RangeError)) throw error
  }
  return { blocks: plainBlocks(text), markup: [], frontMatter: null }
}

function parseBlocks(text: string): MarkdownProse {
  // The parser drops a BOM and counts from behind it.
  const offset = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const source = offset === 0 ? text : text.slice(offset)
  const root: Root = unified()
    .use(remarkParse)
    .use(remarkFrontmatter, ['yaml', 'toml'])
    .use(remarkGfm)
    .use(keepPositions)
    .parse(source)
  const blocks: Block[] = []
  const markup: Markup[] = []
  let frontMatter: FrontMatter | null = null
  visit(root, (node) => {
    const nodeType: string = node.type
    if (nodeType === 'yaml' || nodeType === 'toml') {
      frontMatter ??= readFrontMatter(text, startOf(node) + offset, endOf(node) + offset)
      return SKIP
    }
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return undefined
    const seen = seenStretches(text, node, offset)
    const block = blockOf(seen, node.type === 'heading' ? node.depth : 0)
    if (block === null) return SKIP
    blocks.push(block)
    for (const mark of markupOf(seen, startOf(node.children[0]!) + offset, endOf(node.children.at(-1)!) + offset))
      markup.push(mark)
    return SKIP
  })
  return { blocks, markup, frontMatter }
}

/** Leaves out the later search for addresses: the nodes that it makes do not say where they stand. */
function keepPositions(this: Processor): void {
  const data = this.data()
  const extensions = data.fromMarkdownExtensions?.flat() ?? []
  data.fromMarkdownExtensions = extensions.map(({ transforms: _transforms, ...extension }) => extension)
}

/** A stretch of a block that a reader sees, as it stands or as `shown`. Code and addresses are seen and are no prose. */
interface SeenStretch extends Span {
  readonly shown: string | null
  readonly isProse: boolean
}

function seenStretches(text: string, block: Parent & Nodes, offset: number): readonly SeenStretch[] {
  const seen: SeenStretch[] = []
  visit(block, (node, _index, parent) => {
    const start = startOf(node) + offset
    const end = endOf(node) + offset
    if (node.type === 'text') {
      const isProse = parent?.type !== 'link' || !isAddress(text, node, parent, offset)
      for (const stretch of textStretches(text, node.value, start, end)) seen.push({ ...stretch, isProse })
    } else if (node.type === 'inlineCode') seen.push({ start, end, shown: node.value, isProse: false })
    else if (node.type === 'break' || (node.type === 'html' && /^<br\b/i.test(node.value)))
      seen.push({ start, end, shown: '\n', isProse: true })
    return node.type === 'image' || node.type === 'imageReference' ? SKIP : undefined
  })
  return seen
}

/** The block that begins and ends with its prose; null when there is none. */
function blockOf(seen: readonly SeenStretch[], heading: number): Block | null {
  const pieces: Span[] = []
  let isOpen = false // whether prose stands right before
  for (const { start, end, isProse } of seen) {
    const last = pieces[pieces.length - 1]
    if (isProse && isOpen && last !== undefined) pieces[pieces.length - 1] = { start: last.start, end }
    else if (isProse) pieces.push({ start, end })
    isOpen = isProse
  }
  const first = pieces[0]
  const last = pieces[pieces.length - 1]
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end, pieces, heading }
}

/** What of a block between `start` and `end` is not seen, and what is seen otherwise. */
function markupOf(seen: readonly SeenStretch[], start: number, end: number): readonly Markup[] {
  const markup: Markup[] = []
  let from = start
  for (const stretch of seen) {
    if (stretch.start > from) markup.push({ start: from, end: stretch.start, shown: '' })
    if (stretch.shown !== null) markup.push({ start: stretch.start, end: stretch.end, shown: stretch.shown })
    from = stretch.end
  }
  if (end > from) markup.push({ start: from, end, shown: '' })
  return markup
}

/** The text of an autolink is its target: "<https://example.org>", "www.example.org". */
function isAddress(
  text: string,
  child: Text,
  link: { readonly url: string; readonly children: readonly unknown[] },
  offset: number
): boolean {
  const shown = text.slice(startOf(child) + offset, endOf(child) + offset)
  return (
    link.children.length === 1 &&
    link.url.endsWith(shown) &&
    /^(?:[a-z][a-z0-9+.-]{1,20}:|www\.|[^\s@]{1,80}@)/i.test(shown)
  )
}

/**
 * The characters of a text node from `start` to `end`, without escapes and without what begins its further lines: white space
 * and the marks of quotes and lists. A reference to white space is shown as a blank.
 */
function textStretches(
  text: string,
  value: string,
  start: number,
  end: number
): readonly Omit<SeenStretch, 'isProse'>[] {
  if (end - start === value.length) return [{ start, end, shown: null }]
  const stretches: Omit<SeenStretch, 'isProse'>[] = []
  let from = start
  let at = start
  const close = () => {
    if (at > from) stretches.push({ start: from, end: at, shown: null })
  }
  const skip = (length: number) => {
    close()
    at += length
    from = at
  }
  const replace = (length: number, shown: string) => {
    skip(length)
    stretches.push({ start: at - length, end: at, shown })
  }
  for (let index = 0; index < value.length && at < end; index++) {
    const wanted = value.charCodeAt(index)
    if (wanted === 0x0a) {
      close()
      from = at
      while (at < end && !isLineEnd(text.charCodeAt(at))) at++
      from = at
      replace(lineStartLength(text, at, end), '\n')
      continue
    }
    const unit = text.charCodeAt(at)
    const reference = unit === 0x26 ? referenceAt(text, at, end) : ''
    if (reference !== '' && !value.startsWith(reference, index)) {
      const shown = value.slice(index, index + shownLength(reference, value, index))
      replace(reference.length, isSpace(wanted) ? ' ' : shown)
      index += shown.length - 1
    } else if (unit === wanted || (unit === 0 && wanted === 0xfffd)) {
      at++
    } else if (unit === 0x5c && text.charCodeAt(at + 1) === wanted) {
      skip(1)
      at++
    } else {
      skip(1)
      index--
    }
  }
  at = Math.min(at, end)
  close()
  return stretches
}

/** The character reference at `at` ("&amp;", "&#8217;"), or nothing. */
function referenceAt(text: string, at: number, end: number): string {
  return /^&(?:#x?[\da-f]{1,7}|[a-z][a-z\d]{1,31});/i.exec(text.slice(at, Math.min(end, at + 34)))?.[0] ?? ''
}

/** How many UTF-16 units of `value` a reference stands for: a few names stand for two characters. */
function shownLength(reference: string, value: string, index: number): number {
  const named = decodeNamedCharacterReference(reference.slice(1, -1))
  if (named !== false && value.startsWith(named, index)) return named.length
  return (value.codePointAt(index) ?? 0) > 0xffff ? 2 : 1
}

function isLineEnd(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d
}

/** The length of a line end with the white space and quote marks that begin the next line. */
function lineStartLength(text: string, from: number, end: number): number {
  let at = from + (text.startsWith('\r\n', from) ? 2 : 1)
  while (at < end && (text[at] === ' ' || text[at] === '\t' || text[at] === '>')) at++
  return at - from
}

function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0
}

function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0
}
