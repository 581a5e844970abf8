import { isBlank, isBlankFrom, skipBlanks, skipMarks, unitAt, type Cursor } from './cursor'
import { isThematicBreak } from './leafStarts'

/** What blocks may stand in: a block quote, an item of a list, a footnote's definition. */
export type Container = { readonly kind: 'quote' } | ListItem | { readonly kind: 'footnote'; readonly label: string }

export interface ListItem {
  readonly kind: 'item'
  /** The bullet, or the mark behind the number. */
  readonly marker: number
  /** How many columns its further lines are indented. */
  readonly size: number
  /** Its first line is blank, and so far all of its lines. */
  startsBlank: boolean
  /** It began with two blank lines: what comes next is not in it. */
  isOver: boolean
}

/** How a line continues a container: not at all, or as the next item of the same list, which takes its place. */
export type Continuation = 'continued' | 'ended' | ListItem

/** Consumes what a further line of a container begins with. Consumes nothing where the container has ended. */
export function continueContainer(
  text: string,
  cursor: Cursor,
  container: Container,
  parent: Container | undefined
): Continuation {
  const { at, column, rest, solid } = cursor
  const continuation =
    container.kind === 'quote'
      ? continueQuote(text, cursor)
      : container.kind === 'item'
        ? continueItem(text, cursor, container)
        : continueFootnote(text, cursor, parent)
  if (continuation === 'ended') Object.assign(cursor, { at, column, rest, solid })
  return continuation
}

/** The container that begins at the cursor, its marks consumed. `interrupts`: a paragraph or indented code would end there. */
export function openContainer(text: string, cursor: Cursor, interrupts: boolean): Container | undefined {
  const { at, column, rest, solid } = cursor
  const indent = skipBlanks(text, cursor, 3)
  const unit = unitAt(text, cursor)
  const container =
    unit === 0x3e && readQuoteMark(text, cursor)
      ? ({ kind: 'quote' } as const)
      : unit === 0x5b
        ? readFootnoteLabel(text, cursor)
        : readItemMark(text, cursor, indent, interrupts)
  if (container === undefined) Object.assign(cursor, { at, column, rest, solid })
  return container
}

/** The parser takes the indentation of a footnote for that of a footnote in it, too. */
function continueFootnote(text: string, cursor: Cursor, parent: Container | undefined): Continuation {
  if (isBlankFrom(cursor)) return 'continued'
  const indent = skipBlanks(text, cursor, 4)
  return indent === 4 || (indent === 0 && parent?.kind === 'footnote') ? 'continued' : 'ended'
}

function continueQuote(text: string, cursor: Cursor): Continuation {
  skipBlanks(text, cursor, 3)
  return readQuoteMark(text, cursor) ? 'continued' : 'ended'
}

function readQuoteMark(text: string, cursor: Cursor): boolean {
  if (unitAt(text, cursor) !== 0x3e) return false
  skipMarks(text, cursor, 1)
  skipBlanks(text, cursor, 1)
  return true
}

function continueItem(text: string, cursor: Cursor, item: ListItem): Continuation {
  if (isBlankFrom(cursor)) {
    item.isOver ||= item.startsBlank
    skipBlanks(text, cursor, item.size)
    return 'continued'
  }
  const { at, column, rest } = cursor
  const { isOver } = item
  item.isOver = false
  item.startsBlank = false
  if (!isOver && skipBlanks(text, cursor, item.size) === item.size) return 'continued'
  Object.assign(cursor, { at, column, rest })
  return readItemMark(text, cursor, skipBlanks(text, cursor, 3), false, item.marker) ?? 'ended'
}

const longestNumber = 9

function readItemMark(
  text: string,
  cursor: Cursor,
  indent: number,
  interrupts: boolean,
  markerOfList?: number
): ListItem | undefined {
  let length = 0
  while (length <= longestNumber && isDigit(text, cursor, length)) length++
  const marker = cursor.at + length < cursor.end ? text.charCodeAt(cursor.at + length) : 0
  const isMarker =
    length > 0 ? marker === 0x2e || marker === 0x29 : marker === 0x2a || marker === 0x2b || marker === 0x2d
  if (!isMarker || length > longestNumber || (markerOfList ?? marker) !== marker) return undefined
  // Only a list that begins with 1 interrupts a paragraph.
  if (interrupts && length > 0 && (length > 1 || unitAt(text, cursor) !== 0x31)) return undefined
  if (length === 0 && isThematicBreak(text, cursor.at, cursor.end)) return undefined
  const { at, column, rest, solid } = cursor
  skipMarks(text, cursor, length + 1)
  const size = indent + length + 1
  if (isBlankFrom(cursor)) {
    if (!interrupts) return { kind: 'item', marker, size: size + 1, startsBlank: true, isOver: false }
  } else if (cursor.solid > cursor.at) {
    return { kind: 'item', marker, size: size + skipItemBlanks(text, cursor), startsBlank: false, isOver: false }
  }
  Object.assign(cursor, { at, column, rest, solid })
  return undefined
}

/** Up to four blanks part the mark from the text; of more, all but the first are the indentation of code. */
function skipItemBlanks(text: string, cursor: Cursor): number {
  const { at, column, rest } = cursor
  const skipped = skipBlanks(text, cursor, 4)
  if (cursor.at === cursor.solid) return skipped
  Object.assign(cursor, { at, column, rest })
  return skipBlanks(text, cursor, 1)
}

function isDigit(text: string, cursor: Cursor, offset: number): boolean {
  const at = cursor.at + offset
  const unit = at < cursor.end ? text.charCodeAt(at) : 0
  return unit >= 0x30 && unit <= 0x39
}

const longestLabel = 1000

/** "[^label]:" and the blanks behind it. */
function readFootnoteLabel(text: string, cursor: Cursor): Container | undefined {
  const start = cursor.at + 2
  if (text.charCodeAt(cursor.at + 1) !== 0x5e) return undefined
  for (let at = start; at < cursor.end && at - start <= longestLabel; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x5b || isBlank(unit)) return undefined
    if (unit === 0x5d) {
      if (at === start || at + 1 >= cursor.end || text.charCodeAt(at + 1) !== 0x3a) return undefined
      skipMarks(text, cursor, at + 2 - cursor.at)
      skipBlanks(text, cursor, Infinity)
      return { kind: 'footnote', label: text.slice(start, at) }
    }
    const next = text.charCodeAt(at + 1)
    if (unit === 0x5c && (next === 0x5b || next === 0x5c || next === 0x5d)) at++
  }
  return undefined
}
