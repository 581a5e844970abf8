import { endOfBlanks, isBlank, startOfBlanks } from './cursor'

/** "***", "- - -": three or more of one mark and blanks, nothing else. */
export function isThematicBreak(text: string, start: number, end: number): boolean {
  const mark = text.charCodeAt(start)
  if (mark !== 0x2a && mark !== 0x2d && mark !== 0x5f) return false
  let count = 0
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit === mark) count++
    else if (!isBlank(unit)) return false
  }
  return count >= 3
}

/** The level of the heading that "===" or "---" makes of the paragraph above it; 0 for other lines. */
export function underlineLevel(text: string, start: number, end: number): number {
  const mark = text.charCodeAt(start)
  if (start >= end || (mark !== 0x3d && mark !== 0x2d)) return 0
  let at = start
  while (at < end && text.charCodeAt(at) === mark) at++
  return endOfBlanks(text, at, end) < end ? 0 : mark === 0x3d ? 1 : 2
}

export interface MarkedHeading {
  readonly level: number
  /** Its text, without the marks around it; empty when there is none. */
  readonly start: number
  readonly end: number
}

/** "## What comes next ##". */
export function readMarkedHeading(text: string, start: number, end: number): MarkedHeading | undefined {
  let from = start
  while (from < end && text.charCodeAt(from) === 0x23) from++
  const level = from - start
  if (level === 0 || level > 6 || (from < end && !isBlank(text.charCodeAt(from)))) return undefined
  from = endOfBlanks(text, from, end)
  let to = startOfBlanks(text, from, end)
  let closing = to
  while (closing > from && text.charCodeAt(closing - 1) === 0x23) closing--
  if (closing === from || isBlank(text.charCodeAt(closing - 1))) to = startOfBlanks(text, from, closing)
  return { level, start: from, end: to }
}

export interface Fence {
  readonly mark: number
  readonly length: number
}

/** "```js" or "~~~". */
export function readFence(text: string, start: number, end: number): Fence | undefined {
  const mark = text.charCodeAt(start)
  if (start >= end || (mark !== 0x60 && mark !== 0x7e)) return undefined
  let at = start
  while (at < end && text.charCodeAt(at) === mark) at++
  const length = at - start
  if (length < 3) return undefined
  if (mark === 0x60) for (; at < end; at++) if (text.charCodeAt(at) === mark) return undefined
  return { mark, length }
}

/** Whether the line from `start` on, its indentation behind it, closes the fence. */
export function closesFence(text: string, start: number, end: number, fence: Fence): boolean {
  let at = start
  while (at < end && text.charCodeAt(at) === fence.mark) at++
  return at - start >= fence.length && endOfBlanks(text, at, end) >= end
}
