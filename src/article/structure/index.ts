import type { Span } from '../article'
import { continueContainer, openContainer, type Container } from './containers'
import { cursorAt, isBlankFrom, isIndented, type Cursor } from './cursor'
import { leadingDefinitions, normalizedLabel } from './definitions'
import { readHtmlStart, type HtmlStart } from './html'
import { closesFence, isThematicBreak, readFence, readMarkedHeading, underlineLevel, type Fence } from './leafStarts'
import { cellsOfRow, isDelimiterRow } from './tables'
import type { Steps } from '../../util/steps'

/**
 * A block of Markdown that holds prose: a paragraph, a heading, a cell of a table. Its lines are spans of the source without the
 * marks of the quotes, lists and headings that they stand in.
 */
export interface ProseBlock {
  /** The level of a heading, 0 for other blocks. */
  readonly heading: number
  /** Definitions may stand at the beginning: this is a paragraph, or was underlined. */
  readonly isParagraph: boolean
  /** It begins an item of a list: a box to tick ("[x]") may stand at the beginning. */
  readonly beginsItem: boolean
  readonly lines: readonly Span[]
}

export interface Structure {
  readonly blocks: readonly ProseBlock[]
  /** The labels that references may name, normalized; those of footnotes begin with "^". */
  readonly labels: ReadonlySet<string>
}

/** Whether all that the lines of a paragraph say is definitions. Asked only where the first line begins with "[". */
export type IsAllDefinitions = (lines: readonly Span[]) => boolean

/** Deeper quotes, lists and footnotes than this are read as text. */
const deepest = 100

/** Of so many lines of a paragraph the definitions are taken off. */
const linesAtOnce = 2000

/** Lines between two steps. */
const linesOfStep = 200

/**
 * The blocks of prose in a Markdown text from `start` on, in order: the first of the two phases in which Markdown is read (CommonMark,
 * "A parsing strategy"), with GitHub's tables and footnotes. It says what micromark says and takes time in proportion
 * to the text, which micromark does not: it holds all events of a text in one list and moves them about.
 */
export function* readStructure(text: string, start: number, isAllDefinitions: IsAllDefinitions): Steps<Structure> {
  const blocks: ProseBlock[] = []
  const labels = new Set<string>()
  const stack: Container[] = []
  let leaf: Leaf = nothing
  /** The line is the first of an item of a list, or follows the item's mark with nothing between. */
  let beginsItem = false

  function close(): void {
    if (leaf.kind === 'paragraph') closeParagraph(leaf, 0)
    leaf = nothing
  }

  /** The lines behind plain definitions; they become a block unless there are none. */
  function closeParagraph({ lines, beginsItem: isFirst }: Paragraph, heading: number): void {
    const definitions = leadingDefinitions(text, lines)
    for (const label of definitions.labels) labels.add(label)
    const rest = definitions.count === 0 ? lines : lines.slice(definitions.count)
    if (rest.length > 0) blocks.push({ heading, isParagraph: true, beginsItem: isFirst && heading === 0, lines: rest })
  }

  function readLine(from: number, to: number): void {
    const cursor = cursorAt(text, from, to)
    let continued = 0
    let isNextItem = false
    for (; continued < stack.length && !isNextItem; continued++) {
      const continuation = continueContainer(text, cursor, stack[continued]!, stack[continued - 1])
      if (continuation === 'ended') break
      if (continuation === 'continued') continue
      stack[continued] = continuation
      isNextItem = true
    }
    if (isNextItem) {
      close()
      stack.length = continued
      beginsItem = true
    }
    const isWhole = continued === stack.length
    let isLazy = !isWhole
    if (!isWhole || (leaf.kind !== 'fence' && leaf.kind !== 'html')) {
      const interrupts = isWhole && (leaf.kind === 'paragraph' || leaf.kind === 'code')
      for (;;) {
        const container = stack.length < deepest ? openContainer(text, cursor, interrupts) : undefined
        if (container === undefined) break
        if (isLazy || leaf.kind !== 'nothing') {
          close()
          stack.length = continued
          isLazy = false
        }
        stack.push(container)
        continued++
        beginsItem = container.kind === 'item'
        if (container.kind === 'footnote') labels.add(`^${normalizedLabel(container.label)}`)
      }
    }
    const isContinuing = readLeaf(cursor, isLazy)
    if (isLazy && !isContinuing) stack.length = continued
    beginsItem &&= cursor.at === cursor.end && isBeginningOfItem(stack)
  }

  /** Whether the line goes on with what the lines before it began. */
  function readLeaf(cursor: Cursor, isLazy: boolean): boolean {
    switch (leaf.kind) {
      case 'fence': {
        if (isLazy) break
        if (!isIndented(text, cursor) && closesFence(text, cursor.solid, cursor.end, leaf.fence)) leaf = nothing
        return true
      }
      case 'html': {
        if (isLazy || (leaf.ending === undefined && isBlankFrom(cursor))) break
        if (leaf.ending?.test(text.slice(cursor.at, cursor.end)) === true) leaf = nothing
        return true
      }
      case 'code':
        if (!isLazy && (isBlankFrom(cursor) || isIndented(text, cursor))) return true
        break
      case 'table':
        if (isBlankFrom(cursor) || isLazy || isIndented(text, cursor) || startsLeaf(cursor, false, false)) break
        pushRow(cursor.solid, cursor.end)
        return true
      case 'paragraph':
        if (continueParagraph(leaf, cursor, isLazy)) return true
        break
      case 'nothing':
    }
    const isInParagraph = leaf.kind === 'paragraph'
    close()
    beginLeaf(cursor, isLazy)
    // The parser decides on a tag that interrupts a paragraph with the next line, and until then ends no container.
    return isLazy && isInParagraph && leaf.kind === 'html' && !leaf.interrupts
  }

  function continueParagraph(paragraph: Paragraph, cursor: Cursor, isLazy: boolean): boolean {
    if (isBlankFrom(cursor)) return false
    const line = { start: cursor.solid, end: cursor.end }
    if (isIndented(text, cursor)) {
      paragraph.lines.push(line)
      paragraph.mayBeHead = false
      return true
    }
    const head = paragraph.lines[paragraph.lines.length - 1]!
    if (!isLazy && paragraph.mayBeHead && isDelimiterRow(text, line.start, line.end, head)) {
      paragraph.lines.pop()
      if (paragraph.lines.length > 0) closeParagraph(paragraph, 0)
      // A tag that may not end a paragraph begins a block where a table would have ended it.
      const html = text.charCodeAt(head.start) === 0x3c ? readHtmlStart(text.slice(head.start, head.end)) : undefined
      leaf = html === undefined ? { kind: 'table' } : { kind: 'html', ...html }
      if (html === undefined) pushRow(head.start, head.end)
      return true
    }
    const level = isLazy ? 0 : underlineLevel(text, line.start, line.end)
    if (level > 0) {
      if (text.charCodeAt(paragraph.lines[0]!.start) === 0x5b && isAllDefinitions(paragraph.lines)) return false
      closeParagraph(paragraph, level)
      leaf = nothing
      return true
    }
    if (startsLeaf(cursor, true, isLazy)) return false
    paragraph.lines.push(line)
    paragraph.mayBeHead = true
    if (paragraph.lines.length === linesAtOnce) takeDefinitions(paragraph.lines)
    return true
  }

  /** Thousands of definitions in a row would take too long at the end. */
  function takeDefinitions(ofParagraph: Span[]): void {
    const definitions = leadingDefinitions(text, ofParagraph)
    const count = Math.min(definitions.count, ofParagraph.length - 1)
    for (const label of definitions.labels.slice(0, count)) labels.add(label)
    ofParagraph.splice(0, count)
  }

  function startsLeaf(cursor: Cursor, interrupts: boolean, isLazy: boolean): boolean {
    const { solid, end } = cursor
    switch (text.charCodeAt(solid)) {
      case 0x23:
        return readMarkedHeading(text, solid, end) !== undefined
      case 0x2a:
      case 0x2d:
      case 0x5f:
        return isThematicBreak(text, solid, end)
      case 0x60:
      case 0x7e:
        return readFence(text, solid, end) !== undefined
      case 0x3c: {
        const html = readHtmlStart(text.slice(solid, end))
        return html !== undefined && (html.interrupts || isLazy || !interrupts)
      }
      default:
        return false
    }
  }

  function beginLeaf(cursor: Cursor, isLazy: boolean): void {
    if (isBlankFrom(cursor)) return
    const { solid, end } = cursor
    if (isIndented(text, cursor)) {
      leaf = isLazy ? nothing : { kind: 'code' }
      return
    }
    const heading = readMarkedHeading(text, solid, end)
    const fence = readFence(text, solid, end)
    const html = text.charCodeAt(solid) === 0x3c ? readHtmlStart(text.slice(solid, end)) : undefined
    if (heading !== undefined) pushLine(heading.level, heading)
    else if (fence !== undefined) leaf = { kind: 'fence', fence }
    else if (html !== undefined) leaf = html.isWhole ? nothing : { kind: 'html', ...html }
    else if (!isThematicBreak(text, solid, end))
      leaf = {
        kind: 'paragraph',
        lines: [{ start: solid, end }],
        mayBeHead: true,
        beginsItem: beginsItem && cursor.at === solid
      }
  }

  function pushRow(from: number, to: number): void {
    for (const cell of cellsOfRow(text, from, to)) pushLine(0, cell)
  }

  function pushLine(heading: number, { start: from, end }: Span): void {
    if (end > from) blocks.push({ heading, isParagraph: false, beginsItem: false, lines: [{ start: from, end }] })
  }

  let lines = 0
  for (let at = start; at < text.length;) {
    const end = endOfLine(text, at)
    readLine(at, end)
    at = end + (text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a ? 2 : 1)
    if (++lines % linesOfStep === 0) yield
  }
  close()
  return { blocks, labels }
}

/** What the lines before the present one began and did not end. */
type Leaf =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'code' }
  | { readonly kind: 'table' }
  | { readonly kind: 'fence'; readonly fence: Fence }
  | ({ readonly kind: 'html' } & HtmlStart)
  | Paragraph

interface Paragraph {
  readonly kind: 'paragraph'
  readonly lines: Span[]
  readonly beginsItem: boolean
  /** The last line may be the head of a table. */
  mayBeHead: boolean
}

const nothing: Leaf = { kind: 'nothing' }

function isBeginningOfItem(stack: readonly Container[]): boolean {
  const last = stack[stack.length - 1]
  return last?.kind === 'item' && last.startsBlank && !last.isOver
}

function endOfLine(text: string, from: number): number {
  let at = from
  while (at < text.length && text.charCodeAt(at) !== 0x0a && text.charCodeAt(at) !== 0x0d) at++
  return at
}
