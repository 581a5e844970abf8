import type { Span } from '../article'
import { isSpace } from '../characters'
import type { Steps } from '../../util/steps'

/** A line without its surrounding white space and without the marks of mail that quotes another one (`> `). */
export interface Line extends Span {
  /** How much white space precedes it. */
  readonly indent: number
  /** The blank lines before it; of the first line one at least. */
  readonly blanks: number
  /** The `> ` before it. */
  readonly mailMarks: Span | null
  /** How many of them. */
  readonly depth: number
}

/** Lines between two steps. */
export const linesOfStep = 5000

/** The lines with something in them. `emptyMarks`: the marks of mail on lines that are blank otherwise. */
export function* readLines(
  text: string
): Steps<{ readonly lines: readonly Line[]; readonly emptyMarks: readonly Span[] }> {
  const lines: Line[] = []
  const emptyMarks: Span[] = []
  let blanks = 1
  let read = 0
  for (let lineStart = 0; lineStart < text.length;) {
    const lineEnd = endOfLine(text, lineStart)
    const marksEnd = endOfMailMarks(text, lineStart, lineEnd)
    let start = marksEnd
    while (start < lineEnd && isSpace(text.charCodeAt(start))) start++
    let end = lineEnd
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--
    if (start < end) {
      const mailMarks = marksEnd > lineStart ? { start: lineStart, end: start } : null
      const depth = mailMarks ? text.slice(lineStart, marksEnd).split('>').length - 1 : 0
      const stamp = stampAt(text, start, end)
      lines.push({ start, end: stamp < 0 ? end : stamp, indent: start - marksEnd, blanks, mailMarks, depth })
      // More blank lines than in a double-spaced file: nothing goes on with it.
      if (stamp >= 0) lines.push({ start: stamp, end, indent: 0, blanks: 2, mailMarks: null, depth })
      blanks = 0
    } else {
      if (marksEnd > lineStart) emptyMarks.push({ start: lineStart, end: marksEnd })
      blanks++
    }
    lineStart = lineEnd + (text.charCodeAt(lineEnd) === 0x0d && text.charCodeAt(lineEnd + 1) === 0x0a ? 2 : 1)
    if (++read % linesOfStep === 0) yield
  }
  return { lines, emptyMarks }
}

/** Where the time begins that live pages print right behind a headline, "Tax bill passespublished at 18:30 Greenwich Mean Time 10 December 2018"; -1 without one. */
function stampAt(text: string, start: number, end: number): number {
  if (end - start > longestHeadline || !/^\d{4}$/.test(text.slice(end - 4, end))) return -1
  const at = text.slice(start, end).search(/published at \d{1,2}:\d\d [\p{L}\d ]{5,50}$/u)
  return at > 0 ? start + at : -1
}

/** In UTF-16 units, with its time. */
const longestHeadline = 250

function endOfLine(text: string, from: number): number {
  let at = from
  while (at < text.length && text.charCodeAt(at) !== 0x0a && text.charCodeAt(at) !== 0x0d) at++
  return at
}

/** Marks with a blank behind each run of them, or alone on their line: `> `, `>> `, `> > `. The line's own start where it has none. */
function endOfMailMarks(text: string, lineStart: number, lineEnd: number): number {
  let at = lineStart
  let end = lineStart
  while (at < lineEnd) {
    while (at < lineEnd && isSpace(text.charCodeAt(at))) at++
    let marks = at
    while (marks < lineEnd && text.charCodeAt(marks) === 0x3e) marks++
    if (marks === at || (marks < lineEnd && !isSpace(text.charCodeAt(marks)))) break
    end = marks < lineEnd ? marks + 1 : marks
    at = end
  }
  return end
}
