import type { WordMatch } from '../protocol/quotesPanel'
import { unfoldedCase } from '../util/folding'

interface Place {
  readonly start: number
  readonly end: number
}

/** Whether words that were found by their folded letters are those that are looked for. */
export function matcher(words: string, { matchCase, wholeWord }: WordMatch): (text: string, place: Place) => boolean {
  const wanted = withCase(words)
  return (text, place) =>
    (!wholeWord || !(isJoined(text, place.start) || isJoined(text, place.end))) &&
    (!matchCase || withCase(text.slice(place.start, place.end)) === wanted)
}

/** What `matcher` says of whole words, of packed units (`packedText`) alone; undefined where the text has to be looked at. */
export function isWholeInUnits(units: Uint8Array, { start, end }: Place): boolean | undefined {
  const [before, after] = [isJoinedInUnits(units, start), isJoinedInUnits(units, end)]
  if (before || after) return false
  return before === undefined || after === undefined ? undefined : true
}

function isJoinedInUnits(units: Uint8Array, at: number): boolean | undefined {
  const [left, right] = [units[at - 1], units[at]]
  if (left === undefined || right === undefined) return false
  // What is no ASCII keeps too little of itself.
  if (left >= 0x80 || right >= 0x80) return undefined
  return isWordUnit.test(String.fromCharCode(left)) && isWordUnit.test(String.fromCharCode(right))
}

/** Whether a place in a text is within a word. Scripts that do not part words by blanks have no such places. */
function isJoined(text: string, at: number): boolean {
  const left = /[^]$/u.exec(text.slice(Math.max(0, at - 2), at))?.[0] ?? ''
  const right = /^[^]/u.exec(text.slice(at, at + 2))?.[0] ?? ''
  return isWordLetter.test(left) && isWordLetter.test(right) && !withoutBlanks.test(left) && !withoutBlanks.test(right)
}

function withCase(words: string): string {
  return unfoldedCase(words).trim().replace(/\s+/gu, ' ')
}

const isWordUnit = /\w/
const isWordLetter = /[\p{L}\p{N}\p{M}_]/u
const withoutBlanks =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
