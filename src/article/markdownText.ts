import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import type { Span } from './article'
import { isLineEnd, isSpace } from './characters'
import { isBlank } from './structure/cursor'

/** A stretch of a block that a reader sees, as it stands or as `shown`. Code and addresses are seen and are no prose. */
export interface SeenStretch extends Span {
  readonly shown: string | null
  readonly isProse: boolean
}

/**
 * The characters of a text node, from `start` to `end` of the source: without escapes, and without what parts its lines. A
 * character reference is a stretch of its own, shown as what it stands for; one to white space is shown as a blank.
 */
export function textStretches(
  text: string,
  value: string,
  start: number,
  end: number
): readonly Omit<SeenStretch, 'isProse'>[] {
  if (end - start === value.length) return [{ start, end, shown: null }]
  const stretches: Omit<SeenStretch, 'isProse'>[] = []
  let from = start
  let at = start
  const skip = (length: number) => {
    if (at > from) stretches.push({ start: from, end: at, shown: null })
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
      const shown = value.slice(index, index + shownLength(reference, value, index))
      skip(reference.length)
      stretches.push({ start: at - reference.length, end: at, shown: isSpace(wanted) ? ' ' : shown })
      index += shown.length - 1
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
  if (at > from) stretches.push({ start: from, end: Math.min(at, end), shown: null })
  return stretches
}

/** The character reference at `at` ("&amp;", "&#8217;"), or nothing. */
function referenceAt(text: string, at: number, end: number): string {
  return /^&(?:#x?[\da-f]{1,7}|[a-z][a-z\d]{1,31});/i.exec(text.slice(at, Math.min(end, at + 34)))?.[0] ?? ''
}

/** How many UTF-16 units of `value` a reference stands for: a few names stand for two characters. */
function shownLength(reference: string, value: string, index: number): number {
  const named = decodeNamedCharacterReference(reference.slice(1, -1))
  if (named !== false && value.startsWith(named, index)) return named.length
  return (value.codePointAt(index) ?? 0) > 0xffff ? 2 : 1
}

/** The length of a line end with the blanks that begin the next line. */
function lineStartLength(text: string, from: number, end: number): number {
  let at = from + (text.startsWith('\r\n', from) ? 2 : 1)
  while (at < end && isBlank(text.charCodeAt(at))) at++
  return at - from
}
