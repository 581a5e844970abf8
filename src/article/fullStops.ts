import { abbreviationKind } from './abbreviations'
import { characterClass, digit, letter, space, startsUpper } from './characters'

/** Whether the full stop at `at` belongs to the word: acronyms, initials and known abbreviations. */
export function keepsStop(text: string, from: number, part: number, at: number, end: number, stops: number): boolean {
  if (at - part > 6) return false
  if (at - part === 1 && characterClass(text.charCodeAt(part)) === letter) {
    if (stops > 0) return true
    // "Abbott v. Burke"
    if (text.charAt(part) === 'v' && text.charAt(at + 1) === ' ' && startsUpper(text, at + 2)) return true
    return from === part && startsUpper(text, part) && !isLast(text, at, end)
  }
  switch (abbreviationKind(text.slice(part, at))) {
    // At the end of a paragraph the full stop is the sentence's.
    case 'title':
    case 'open':
      return !isLast(text, at, end)
    case 'number':
      return nextVisible(text, at + 1, end) === digit
    case 'state':
      return (part > from || followsComma(text, from)) && !isLast(text, at, end)
    case undefined:
      return false
  }
}

/** Whether nothing but closing marks follows the full stop in the paragraph. */
function isLast(text: string, at: number, end: number): boolean {
  let next = at + 1
  while (next < end && next < at + 4 && isClosingMark(text.charCodeAt(next))) next++
  return nextVisible(text, next, end) === space
}

function isClosingMark(unit: number): boolean {
  return unit === 0x22 || unit === 0x27 || unit === 0x2019 || unit === 0x201d || unit === 0x29
}

/** The class of the next visible character within a few units; `space` when there is none. */
function nextVisible(text: string, from: number, end: number): number {
  for (let at = from; at < end && at < from + 4; at++) {
    const kind = characterClass(text.charCodeAt(at))
    if (kind !== space) return kind
  }
  return space
}

function followsComma(text: string, from: number): boolean {
  const unit = text.charCodeAt(from - 1)
  return unit === 0x2c || unit === 0x28 || (unit === 0x20 && text.charCodeAt(from - 2) === 0x2c)
}
