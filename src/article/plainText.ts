import type { Span } from './article'
import { isSpace, startsLower } from './characters'
import type { Steps } from '../util/steps'

/**
 * A paragraph. `pieces` are its stretches of prose, ordered, in one piece unless code or an address stands between. `heading`
 * is Markdown's level 1 to 6, 0 for anything that is not marked as one.
 */
export interface Block extends Span {
  readonly pieces: readonly Span[]
  readonly heading: number
}

/** A line without its surrounding white space, and how much white space precedes it. */
interface Line extends Span {
  readonly indent: number
  /** Whether a blank line (or the text's beginning) precedes it. */
  readonly followsBlank: boolean
}

/**
 * The paragraphs of a plain text. Blank lines always part paragraphs. Whether a single line end does is decided for the whole
 * file: it does (one line, one paragraph, as agencies' feeds have it) unless the lines are wrapped to a common width.
 */
export function* plainBlocks(text: string): Steps<readonly Block[]> {
  const lines = yield* readLines(text)
  const width = yield* wrapWidth(text, lines)
  const blocks: Block[] = []
  let start = -1
  for (let index = 0; index < lines.length; index++) {
    if (index % linesOfStep === 0) yield
    const line = lines[index]!
    const previous = lines[index - 1]
    const opens =
      previous === undefined || line.followsBlank || width === 0 || opensParagraph(text, previous, line, width)
    if (start >= 0 && opens && previous !== undefined) blocks.push(blockOf(start, previous.end))
    if (opens) start = line.start
  }
  const last = lines[lines.length - 1]
  if (last !== undefined) blocks.push(blockOf(start, last.end))
  return blocks
}

/** Lines between two steps. */
const linesOfStep = 5000

function blockOf(start: number, end: number): Block {
  return { start, end, heading: 0, pieces: [{ start, end }] }
}

function* readLines(text: string): Steps<readonly Line[]> {
  const lines: Line[] = []
  let start = -1 // of the visible part of the current line
  let end = 0
  let lineStart = 0
  let followsBlank = true
  const close = () => {
    if (start >= 0) lines.push({ start, end, indent: start - lineStart, followsBlank })
    followsBlank = start < 0
    start = -1
  }
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x0a || unit === 0x0d) {
      close()
      if (unit === 0x0d && text.charCodeAt(at + 1) === 0x0a) at++
      lineStart = at + 1
      if (lines.length % linesOfStep === linesOfStep - 1) yield
    } else if (!isSpace(unit)) {
      if (start < 0) start = at
      end = at + 1
    }
  }
  close()
  return lines
}

/** Wider lines than this are not wrapped by hand or by a mail program. */
const widestWrap = 132
const narrowestWrap = 40

/**
 * The width to which the lines are wrapped, or 0. Wrapped lines are those where the first word of the next line would not have
 * fitted any more, or where the next line goes on in lower case.
 */
function* wrapWidth(text: string, lines: readonly Line[]): Steps<number> {
  const counts = new Int32Array(widestWrap + 1)
  let wide = 0
  for (const line of lines) {
    const length = line.end - line.start + line.indent
    if (length > widestWrap) wide++
    else counts[length] = (counts[length] ?? 0) + 1
  }
  if (wide > lines.length / 20) return 0
  let width = widestWrap
  for (let above = wide; width > 0 && above + (counts[width] ?? 0) <= lines.length / 50; width--)
    above += counts[width] ?? 0
  if (width < narrowestWrap) return 0
  let pairs = 0
  let full = 0
  let continued = 0
  for (let index = 1; index < lines.length; index++) {
    if (index % linesOfStep === 0) yield
    const line = lines[index]
    const previous = lines[index - 1]
    if (line === undefined || previous === undefined || line.followsBlank) continue
    pairs++
    if (room(text, previous, line, width) < 0) full++
    if (startsLower(text, line.start) && !endsSentence(text, previous.end)) continued++
  }
  return pairs > 0 && full >= pairs * 0.6 && continued >= pairs * 0.25 ? width : 0
}

/** How many characters would still have fitted behind the previous line together with this line's first word. */
function room(text: string, previous: Line, line: Line, width: number): number {
  let end = line.start
  while (end < line.end && end < line.start + width && !isSpace(text.charCodeAt(end))) end++
  return width - (previous.indent + previous.end - previous.start) - 1 - (end - line.start)
}

/** In a wrapped text: an indented line or one after a short line opens a paragraph. */
function opensParagraph(text: string, previous: Line, line: Line, width: number): boolean {
  if (startsLower(text, line.start)) return false
  if (line.indent > previous.indent + 1) return true
  return room(text, previous, line, width) > (endsSentence(text, previous.end) ? 8 : 25)
}

function endsSentence(text: string, end: number): boolean {
  for (let at = end - 1; at >= end - 3 && at >= 0; at--) {
    const unit = text.charCodeAt(at)
    if (unit === 0x2e || unit === 0x21 || unit === 0x3f) return true
    if (unit !== 0x22 && unit !== 0x27 && unit !== 0x201d && unit !== 0x2019 && unit !== 0x29) return false
  }
  return false
}
