import type { Link, Nodes, Paragraph, Root, Text } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified, type Processor } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import type { Span } from './article'
import type { Part } from './markdownParts'
import { normalizedLabel } from './structure/definitions'
import { textStretches, type SeenStretch } from './markdownText'

export interface ParsedParts {
  /** What is seen of each block, by its index, in order; a block of which nothing is seen is missing. */
  readonly seen: ReadonlyMap<number, SeenStretch[]>
  /** How many paragraphs there are: what is only definitions is none. */
  readonly paragraphs: number
  /** The labels of the link definitions. */
  readonly labels: readonly string[]
}

const parser = unified().use(remarkParse).use(remarkGfm).use(keepPositions).freeze()

/** What the parser finds in parts of blocks when these labels are defined somewhere. */
export function parseParts(text: string, parts: readonly Part[], labels: ReadonlySet<string>): ParsedParts {
  const { source, lines } = writeSource(text, parts, labels)
  const root: Root = parser.parse(source)
  const seen = new Map<number, SeenStretch[]>()
  const defined: string[] = []
  let paragraphs = 0
  visit(root, (node) => {
    if (node.type === 'definition') defined.push(definedLabel(node.identifier))
    if (node.type !== 'paragraph') return undefined
    paragraphs++
    for (const stretch of seenOf(source, node)) {
      for (const { block, ...place } of placesOf(lines, stretch)) {
        const known = seen.get(block)
        if (known === undefined) seen.set(block, [place])
        else known.push(place)
      }
    }
    return SKIP
  })
  return { seen, paragraphs, labels: defined }
}

/** A line of what the parser reads that stands in the text, from `at` in its source on. */
interface WrittenLine extends Span {
  readonly at: number
  readonly block: number
}

/** Indented so far, a line can only go on with its paragraph. */
const indentation = '    '

/**
 * A text of top-level paragraphs, one for each part, after the definitions that they refer to. What a line could be read as at
 * its beginning was decided before: a first line comes second, behind a line of our own, unless it begins with a harmless character or
 * with what only the beginning of a paragraph can be (definitions, a box to tick).
 */
function writeSource(
  text: string,
  parts: readonly Part[],
  labels: ReadonlySet<string>
): { readonly source: string; readonly lines: readonly WrittenLine[] } {
  const lines: WrittenLine[] = []
  const written: string[] = []
  let length = 0
  const write = (piece: string) => {
    written.push(piece)
    length += piece.length
  }
  if (labels.size > 0)
    for (const label of referencesOf(text, parts, labels)) {
      const normalized = normalizedLabel(label)
      if (labels.has(normalized)) write(`[${label}]: x\n\n`)
      // Behind a definition and indented it is another one, and no footnote's.
      if (normalized.startsWith('^') && labels.has(definedLabel(normalized)))
        write(`${definitionLead}${indentation}[${label}]: x\n\n`)
    }
  for (const { block, isParagraph, isFirst, beginsItem, lines: spans } of parts) {
    const firstLine = spans[0] === undefined ? '' : text.slice(spans[0].start, spans[0].end)
    const mayDefine = firstLine.startsWith('[') && isParagraph && isFirst
    const isInItem = mayDefine && beginsItem
    const lead = mayDefine ? (footnote.test(firstLine) ? definitionLead : '') : harmless.test(firstLine) ? '' : textLead
    write(lead)
    spans.forEach(({ start, end }, index) => {
      if (index > 0 || lead !== '') write(isInItem ? indentation + indentation : indentation)
      else if (isInItem) write('- ')
      lines.push({ at: length, start, end, block })
      write(text.slice(start, end))
      write('\n')
    })
    write('\n')
  }
  return { source: written.join(''), lines }
}

/** A link's definition may look like a footnote's: among labels it is told apart from one. */
function definedLabel(identifier: string): string {
  const normalized = normalizedLabel(identifier)
  return normalized.startsWith('^') ? `\ue000${normalized}` : normalized
}

/** Begins nothing but a paragraph. */
const harmless = /^[^\s#>*+\-=_<`~|:\d[]/

/** Lines of our own before a first line: after a text no definition can come, after a definition others can. */
const textLead = 'x\n'
const definitionLead = '[\ue000]: x\n'

/** What a paragraph goes on with is no footnote's definition, although a text would begin with one. */
const footnote = /^\[\^[^\s[]*\]:/

const longestLabel = 999

/** What stands between brackets in the parts and is a label that is defined. */
function referencesOf(text: string, parts: readonly Part[], labels: ReadonlySet<string>): Iterable<string> {
  const found = new Map<string, string>()
  for (const { lines } of parts) {
    const part = lines.map(({ start, end }) => text.slice(start, end)).join('\n')
    let opening = -1
    for (let at = 0; at < part.length; at++) {
      const unit = part.charCodeAt(at)
      if (unit === 0x5c) at++
      else if (unit === 0x5b) opening = at
      else if (unit === 0x5d && opening >= 0) {
        const label = part.slice(opening + 1, Math.min(at, opening + 2 + longestLabel))
        const normalized = normalizedLabel(label)
        if (labels.has(normalized) || labels.has(definedLabel(normalized)))
          found.set(normalized, label.replace(/\s+/g, ' '))
        opening = -1
      }
    }
  }
  return found.values()
}

function seenOf(source: string, paragraph: Paragraph): readonly SeenStretch[] {
  const seen: SeenStretch[] = []
  visit(paragraph, (child, _index, parent) => {
    const start = startOf(child)
    const end = endOf(child)
    if (child.type === 'text') {
      const isProse = parent?.type !== 'link' || !isAddress(source, child, parent)
      for (const stretch of textStretches(source, child.value, start, end)) seen.push({ ...stretch, isProse })
    } else if (child.type === 'inlineCode') seen.push({ start, end, shown: child.value, isProse: false })
    else if (child.type === 'html' && /^<br\b/i.test(child.value)) seen.push({ start, end, shown: '\n', isProse: true })
    return child.type === 'image' || child.type === 'imageReference' ? SKIP : undefined
  })
  return seen
}

/** The text of an autolink is its target: "<https://example.org>", "www.example.org". */
function isAddress(source: string, child: Text, link: Link): boolean {
  const shown = source.slice(startOf(child), endOf(child))
  return (
    link.children.length === 1 &&
    link.url.endsWith(shown) &&
    /^(?:[a-z][a-z0-9+.-]{1,20}:|www\.|[^\s@]{1,80}@)/i.test(shown)
  )
}

interface PlacedStretch extends SeenStretch {
  readonly block: number
}

/** Where a stretch of the source stands in the text: once a line, unless it is shown otherwise than it stands. */
function placesOf(lines: readonly WrittenLine[], stretch: SeenStretch): readonly PlacedStretch[] {
  const places = [...linesOf(lines, stretch)]
  const first = places[0]
  const last = places[places.length - 1]
  return stretch.shown === null || first === undefined || last === undefined ? places : [{ ...first, end: last.end }]
}

function* linesOf(lines: readonly WrittenLine[], stretch: SeenStretch): Generator<PlacedStretch> {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (lines[middle]!.at <= stretch.start) low = middle + 1
    else high = middle
  }
  for (let index = Math.max(0, low - 1); index < lines.length; index++) {
    const { at, start, end, block } = lines[index]!
    if (at >= stretch.end) return
    const from = start + Math.max(0, stretch.start - at)
    const to = Math.min(end, start + stretch.end - at)
    if (from < to) yield { ...stretch, start: from, end: to, block }
  }
}

/** GitHub's further search for addresses takes the positions from the texts beside them. */
function keepPositions(this: Processor): undefined {
  const data = this.data()
  const extensions = data.fromMarkdownExtensions ?? []
  data.fromMarkdownExtensions = extensions.flat().map((extension) => ({ ...extension, transforms: [] }))
}

function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0
}

function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0
}
