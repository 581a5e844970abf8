import type { Nodes, Parent, Root, Text } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import type { Span } from './article'
import { isSpace } from './characters'
import { readFrontMatter, type FrontMatter } from './frontMatter'
import { exceedsMarkdownLimits } from './markdownLimits'
import { plainBlocks, type Block } from './plainText'
import type { Piece } from './tokens'

export interface MarkdownProse {
  readonly blocks: readonly Block[]
  readonly frontMatter: FrontMatter | null
}

/**
 * The prose of a Markdown text: paragraphs, headings and table cells, each as the pieces of source that are text. Code, link
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
  return { blocks: plainBlocks(text), frontMatter: null }
}

function parseBlocks(text: string): MarkdownProse {
  // The parser drops a BOM and counts from behind it.
  const offset = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const source = offset === 0 ? text : text.slice(offset)
  const root: Root = unified().use(remarkParse).use(remarkFrontmatter, ['yaml', 'toml']).use(remarkGfm).parse(source)
  const blocks: Block[] = []
  let frontMatter: FrontMatter | null = null
  visit(root, (node) => {
    const nodeType: string = node.type
    if (nodeType === 'yaml' || nodeType === 'toml') {
      frontMatter ??= readFrontMatter(text, startOf(node) + offset, endOf(node) + offset)
      return SKIP
    }
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return undefined
    const block = readBlock(text, node, offset)
    if (block !== null) blocks.push(block)
    return SKIP
  })
  return { blocks, frontMatter }
}

function readBlock(text: string, node: Parent & Nodes, offset: number): Block | null {
  const spans: ProseSpan[] = []
  visit(node, (child, _index, parent) => {
    if (child.type === 'image' || child.type === 'imageReference') return SKIP
    if (child.type !== 'text' || (parent?.type === 'link' && isAddress(text, child, parent, offset))) return undefined
    spans.push(...textSpans(text, child, offset))
    return undefined
  })
  const pieces: Piece[] = []
  let end = -1
  for (const span of spans) {
    const trimmed = trim(text, span)
    if (trimmed === null) continue
    pieces.push({ ...trimmed, glued: end >= 0 && !hasSpace(text, end, trimmed.start), isReference: span.isReference })
    end = trimmed.end
  }
  const first = pieces[0]
  return first === undefined
    ? null
    : { start: first.start, end, pieces, heading: node.type === 'heading' ? node.depth : 0 }
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

interface ProseSpan extends Span {
  readonly isReference: boolean
}

/**
 * Where a text node's characters stand in the source: without escapes, and without the marks of quotes and lists that begin
 * its further lines. A character reference ("&amp;") is a span of its own, unless it stands for white space.
 */
function textSpans(text: string, node: Text, offset: number): readonly ProseSpan[] {
  const start = startOf(node) + offset
  const end = endOf(node) + offset
  if (end - start === node.value.length) return [{ start, end, isReference: false }]
  const spans: ProseSpan[] = []
  let from = start
  let at = start
  const skip = (length: number) => {
    if (at > from) spans.push({ start: from, end: at, isReference: false })
    at += length
    from = at
  }
  for (let index = 0; index < node.value.length && at < end; index++) {
    const wanted = node.value.charCodeAt(index)
    if (wanted === 0x0a) {
      while (at < end && !isLineEnd(text.charCodeAt(at))) at++
      skip(lineStartLength(text, at, end))
      continue
    }
    const unit = text.charCodeAt(at)
    const reference = unit === 0x26 ? referenceAt(text, at, end) : ''
    if (reference !== '' && !node.value.startsWith(reference, index)) {
      skip(reference.length)
      if (!isSpace(wanted)) spans.push({ start: at - reference.length, end: at, isReference: true })
      if (wanted >= 0xd800 && wanted <= 0xdbff) index++
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
  if (at > from) spans.push({ start: from, end: Math.min(at, end), isReference: false })
  return spans
}

/** The character reference at `at` ("&amp;", "&#8217;"), or nothing. */
function referenceAt(text: string, at: number, end: number): string {
  return /^&(?:#x?[\da-f]{1,7}|[a-z][a-z\d]{1,31});/i.exec(text.slice(at, Math.min(end, at + 34)))?.[0] ?? ''
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

function trim(text: string, span: Span): Span | null {
  let { start, end } = span
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return start < end ? { start, end } : null
}

function hasSpace(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (isSpace(text.charCodeAt(at))) return true
  return false
}

function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0
}

function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0
}
