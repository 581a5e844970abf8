import type { Span } from './article'
import { isSpace } from './characters'
import { isBlank } from './structure/cursor'

/** A stretch of prose. `isReference`: a character reference ("&amp;"). */
export interface ProseSpan extends Span {
  readonly isReference: boolean
}

/**
 * Where the characters of a text node stand in the source, from `start` to `end`: without escapes, and without the blanks that begin
 * its further lines. A character reference ("&amp;") is a span of its own, unless it stands for white space.
 */
export function textSpans(text: string, start: number, end: number, value: string): readonly ProseSpan[] {
  if (end - start === value.length) return [{ start, end, isReference: false }]
  const spans: ProseSpan[] = []
  let from = start
  let at = start
  const skip = (length: number) => {
    if (at > from) spans.push({ start: from, end: at, isReference: false })
    at += length
    from = at
  }
  for (let index = 0; index < value.length && at < end; index++) {
    const wanted = value.charCodeAt(index)
    if (wanted === 0x0a) {
      while (at < end && !isLineEnd(text.charCodeAt(at))) at++
      skip(lineStartLength(text, at, end))
      continue
    }
    const unit = text.charCodeAt(at)
    const reference = unit === 0x26 ? referenceAt(text, at, end) : ''
    if (reference !== '' && !value.startsWith(reference, index)) {
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

/** The length of a line end with the blanks that begin the next line. */
function lineStartLength(text: string, from: number, end: number): number {
  let at = from + (text.startsWith('\r\n', from) ? 2 : 1)
  while (at < end && isBlank(text.charCodeAt(at))) at++
  return at - from
}
