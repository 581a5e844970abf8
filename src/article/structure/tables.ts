import type { Span } from '../article'
import { endOfBlanks, isBlank, startOfBlanks } from './cursor'

/** The cells of a row of a table, without the blanks around them; an empty one for an empty cell. */
export function* cellsOfRow(text: string, start: number, end: number): Generator<Span, void, undefined> {
  let from = endOfBlanks(text, start, end)
  if (text.charCodeAt(from) === 0x7c) from++
  for (let at = from; at <= end; at++) {
    if (at === end || text.charCodeAt(at) === 0x7c) {
      const cell = endOfBlanks(text, from, at)
      yield { start: cell, end: startOfBlanks(text, cell, at) }
      from = at + 1
    } else if (isEscape(text, at)) at++
  }
}

/** Whether a line makes the one before it the head of a table: "|---|:-:|", with as many cells. */
export function isDelimiterRow(text: string, start: number, end: number, head: Span): boolean {
  const count = countDelimiters(text, start, end)
  return count > 0 && count === countHeadCells(text, head.start, head.end)
}

/** The number of cells of a row of delimiters; 0 when it is none. One cell alone needs a "|" or a ":". */
function countDelimiters(text: string, start: number, end: number): number {
  let hasMark = false
  let count = 0
  let at = start
  if (text.charCodeAt(at) === 0x7c) {
    hasMark = true
    at = endOfBlanks(text, at + 1, end)
  }
  while (at < end) {
    const from = at
    if (text.charCodeAt(at) === 0x3a) at++
    const filler = at
    while (at < end && text.charCodeAt(at) === 0x2d) at++
    if (at === filler) return 0
    const dashes = at
    if (at < end && text.charCodeAt(at) === 0x3a) at++
    if (at > dashes || filler > from) hasMark = true
    count++
    at = endOfBlanks(text, at, end)
    if (at >= end) break
    if (text.charCodeAt(at) !== 0x7c) return 0
    hasMark = true
    at = endOfBlanks(text, at + 1, end)
  }
  return hasMark ? count : 0
}

/** The number of cells of a head; 0 when the line cannot be one. What stands before the first "|" is a cell, behind the last only text is. */
function countHeadCells(text: string, start: number, end: number): number {
  let count = 0
  let isOpen = text.charCodeAt(start) !== 0x7c
  let marks = isOpen ? 1 : 0
  for (let at = start; at < end;) {
    const unit = text.charCodeAt(at)
    if (isBlank(unit)) {
      at++
      continue
    }
    marks++
    if (isOpen) count++
    isOpen = unit === 0x7c
    if (isOpen) at++
    else
      while (at < end && !isBlank(text.charCodeAt(at)) && text.charCodeAt(at) !== 0x7c) at += isEscape(text, at) ? 2 : 1
  }
  return marks > 1 ? count : 0
}

function isEscape(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1)
  return text.charCodeAt(at) === 0x5c && (next === 0x5c || next === 0x7c)
}
