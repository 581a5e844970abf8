import type { Span } from './article'
import { isBlank } from './structure/cursor'
import type { ProseBlock } from './structure'

/** As much of a block as the parser is given at once: all of it, unless it is very long. */
export interface Part {
  /** The index of its block. */
  readonly block: number
  readonly isParagraph: boolean
  readonly beginsItem: boolean
  readonly isFirst: boolean
  readonly lines: readonly Span[]
  readonly length: number
  readonly marks: number
}

/** The most that a part may have, in UTF-16 units and marks: the parser's time for a paragraph grows with their square. */
const longestPart = 8000
const mostMarks = 1000

/** What a block costs beside its own marks, in marks. */
export const marksOfCall = 2

/** How many characters of these lines may be marks of Markdown, or begin a web or mail address, which is a link. */
export function countMarks(text: string, lines: readonly Span[]): number {
  let marks = 0
  for (const { start, end } of lines) for (let at = start; at < end; at++) if (isMark(text, at)) marks++
  return marks
}

/** Cuts a block at the ends of its lines, a line at a blank, and where there is none anywhere but inside of a character. */
export function partsOf(text: string, block: number, { isParagraph, beginsItem, lines }: ProseBlock): readonly Part[] {
  const parts: Part[] = []
  let present: Span[] = []
  let length = 0
  let marks = 0
  const close = () => {
    parts.push({ block, isParagraph, beginsItem, isFirst: parts.length === 0, lines: present, length, marks })
    present = []
    length = 0
    marks = 0
  }
  for (const line of lines) {
    for (const span of cutLine(text, line)) {
      const more = countMarks(text, [span])
      if (present.length > 0 && (length + span.end - span.start > longestPart || marks + more > mostMarks)) close()
      present.push(span)
      length += span.end - span.start + 1
      marks += more
    }
  }
  if (present.length > 0) close()
  return parts
}

function* cutLine(text: string, { start, end }: Span): Generator<Span, void, undefined> {
  let from = start
  let blank = -1
  let marks = 0
  for (let at = start; at < end; at++) {
    if (isBlank(text.charCodeAt(at))) blank = at
    else if (isMark(text, at)) marks++
    if (at - from < longestPart && marks < mostMarks) continue
    let cut = blank > from ? blank + 1 : at
    if (isLowSurrogate(text.charCodeAt(cut))) cut--
    if (cut <= from) continue
    yield { start: from, end: cut }
    from = cut
    blank = -1
    at = cut - 1
    marks = 0
  }
  if (from < end) yield { start: from, end }
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

/** ! needs a [ behind it, and > a < before it: they are not counted. */
function isMark(text: string, at: number): boolean {
  switch (text.charCodeAt(at)) {
    case 0x26: // &
    case 0x2a: // *
    case 0x3c: // <
    case 0x40: // @
    case 0x5b: // [
    case 0x5c: // \
    case 0x5d: // ]
    case 0x5f: // _
    case 0x60: // `
    case 0x7e: // ~
      return true
    case 0x3a:
      return text.startsWith('//', at + 1)
    case 0x57:
    case 0x77:
      return text.charCodeAt(at + 3) === 0x2e && text.slice(at, at + 3).toLowerCase() === 'www'
    default:
      return false
  }
}
