import type { Span } from '../article'
import { firstIndex } from '../util/binarySearch'

/** What offsets count: UTF-16 units (JavaScript, Java, VS Code) or Unicode code points (Python, R, W3C, REFI-QDA, brat). */
export type OffsetUnit = 'utf16' | 'codepoints'

/** The way between the two, for one text; each call takes a binary search in its characters beyond U+FFFF. */
export interface OffsetTable {
  readonly codePoint: (utf16: number) => number
  /** A number of code points beyond the text gives the text's end. */
  readonly utf16: (codePoint: number) => number
  readonly out: (span: Span, unit: OffsetUnit) => Span
  readonly in: (span: Span, unit: OffsetUnit) => Span
}

export function offsetTable(text: string): OffsetTable {
  const pairs: number[] = []
  for (const match of text.matchAll(/[\uD800-\uDBFF](?=[\uDC00-\uDFFF])/g)) pairs.push(match.index)
  const codePoint = (utf16: number) => utf16 - firstIndex(pairs.length, (index) => pairs[index]! >= utf16)
  const utf16 = (points: number) =>
    Math.min(text.length, points + firstIndex(pairs.length, (index) => pairs[index]! - index >= points))
  return {
    codePoint,
    utf16,
    out: (span, unit) => (unit === 'utf16' ? span : { start: codePoint(span.start), end: codePoint(span.end) }),
    in: (span, unit) => (unit === 'utf16' ? span : { start: utf16(span.start), end: utf16(span.end) })
  }
}
