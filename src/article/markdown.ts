import type { Nodes, Parent, Root, Text } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import type { Span } from './article'
import { isSpace } from './characters'
import { readFrontMatter, type FrontMatter } from './frontMatter'
import { plainBlocks, type Block } from './plainText'
import type { Piece } from './tokens'

export interface MarkdownReading {
  readonly blocks: readonly Block[]
  readonly frontMatter: FrontMatter | null
}

/**
 * The prose of a Markdown text: paragraphs, headings and table cells, each as the pieces of source that are text. Code, link
 * targets, HTML, definitions and front matter are in none of them. A text that nests deeper than any article is read as plain
 * text: the parser takes quadratic time over it, or the whole stack.
 */
export function markdownBlocks(text: string): MarkdownReading {
  try {
    if (!nestsTooDeep(text)) return parseBlocks(text)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return { blocks: plainBlocks(text), frontMatter: null }
}

const deepestNesting = 40

/** Whether a line begins with more marks of quotes and lists than `deepestNesting`. */
function nestsTooDeep(text: string): boolean {
  let marks = 0
  for (let at = 0, isHead = true; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x0a || unit === 0x0d) {
      isHead = true
      marks = 0
    } else if (isHead) {
      if (unit === 0x3e || unit === 0x2a || unit === 0x2b || unit === 0x2d || unit === 0x29 || unit === 0x2e) marks++
      else if (unit !== 0x20 && unit !== 0x09 && (unit < 0x30 || unit > 0x39)) isHead = false
      if (marks > deepestNesting && isHead && !isRule(text, at)) return true
    }
  }
  return false
}

/** A rule or an underline ("-----") is a run of one mark; nesting needs white space or other marks between. */
function isRule(text: string, at: number): boolean {
  return text[at] !== '>' && text[at - 1] === text[at] && text[at - 2] === text[at]
}

function parseBlocks(text: string): MarkdownReading {
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
  const spans: Span[] = []
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
    pieces.push({ ...trimmed, glued: end >= 0 && !hasSpace(text, end, trimmed.start) })
    end = trimmed.end
  }
  const first = pieces[0]
  return first === undefined ? null : { start: first.start, end, pieces, heading: node.type === 'heading' ? node.depth : 0 }
}

/** The text of an autolink is its target: "<https://example.org>", "www.example.org". */
function isAddress(text: string, child: Text, link: { readonly url: string, readonly children: readonly unknown[] }, offset: number): boolean {
  const shown = text.slice(startOf(child) + offset, endOf(child) + offset)
  return link.children.length === 1 && link.url.endsWith(shown) && /^(?:[a-z][a-z0-9+.-]{1,20}:|www\.|[^\s@]{1,80}@)/i.test(shown)
}

/**
 * Where a text node's characters stand in the source: without escapes, and without the marks of quotes and lists that begin
 * its further lines. A character reference ("&amp;") is prose as it is written.
 */
function textSpans(text: string, node: Text, offset: number): readonly Span[] {
  const start = startOf(node) + offset
  const end = endOf(node) + offset
  if (end - start === node.value.length) return [{ start, end }]
  const spans: Span[] = []
  let from = start
  let at = start
  const skip = (length: number) => {
    if (at > from) spans.push({ start: from, end: at })
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
    if (unit === wanted || (unit === 0 && wanted === 0xfffd)) {
      at++
    } else if (unit === 0x5c && text.charCodeAt(at + 1) === wanted) {
      skip(1)
      at++
    } else if (unit === 0x26) {
      const reference = /^&[#\w]{1,40};/.exec(text.slice(at, Math.min(end, at + 42)))?.[0] ?? '&'
      at += reference.length
      if (wanted >= 0xd800 && wanted <= 0xdbff) index++
    } else {
      skip(1)
      index--
    }
  }
  if (at > from) spans.push({ start: from, end: Math.min(at, end) })
  return spans
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
