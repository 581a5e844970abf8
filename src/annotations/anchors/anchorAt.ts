import type { Span } from '../../article'
import type { Anchor } from '../decision'
import { detached } from './detached'
import { isUnique, unitsOfKey } from './uniqueWords'
import { isInsidePair, isInsideWord } from './unitsAndWords'

/**
 * The anchor of a piece of a text. The words before it are as many as tell it from all other places where the same words
 * are, and so are the words after it, each side by itself: whoever finds one side again has found the place. At least 32
 * UTF-16 units and at most about 256 a side, where the text has them; cut at the edges of words, never within a character.
 * A span beyond the text is cut to it.
 */
export function anchorAt(text: string, span: Span): Anchor {
  const { start, end } = wholeCharacters(text, span)
  const exact = text.slice(start, end)
  // Of few words it is known as soon by what stands beside them.
  const isOnly = exact.length >= unitsOfKey && isUnique(text, exact, start)
  return {
    exact: detached(exact),
    prefix: detached(prefixAt(text, start, exact, isOnly)),
    suffix: detached(suffixAt(text, end, exact, isOnly)),
    start,
    end
  }
}

/** What stands on each side, in UTF-16 units, before a word's end is taken in. */
export const leastContext = 32
export const mostContext = 256
/** A word that is cut off is taken in when it has at most so many units more. */
const longestWord = 32

function prefixAt(text: string, start: number, exact: string, isOnly: boolean): string {
  for (let length = leastContext; ; length *= 2) {
    const from = wordStart(text, Math.max(0, start - length))
    const prefix = text.slice(from, start)
    if (isOnly || from === 0 || length >= mostContext || isUnique(text, prefix + exact, from)) return prefix
  }
}

function suffixAt(text: string, end: number, exact: string, isOnly: boolean): string {
  for (let length = leastContext; ; length *= 2) {
    const to = wordEnd(text, Math.min(text.length, end + length))
    const suffix = text.slice(end, to)
    const isEnough = isOnly || to === text.length || length >= mostContext
    if (isEnough || isUnique(text, exact + suffix, end - exact.length)) return suffix
  }
}

function wordStart(text: string, offset: number): number {
  const least = Math.max(0, offset - longestWord)
  let start = offset
  while (start > least && isInsideWord(text, start)) start--
  return isInsidePair(text, start) ? start - 1 : start
}

function wordEnd(text: string, offset: number): number {
  const most = Math.min(text.length, offset + longestWord)
  let end = offset
  while (end < most && isInsideWord(text, end)) end++
  return isInsidePair(text, end) ? end + 1 : end
}

function wholeCharacters(text: string, span: Span): Span {
  const start = Math.max(0, Math.min(text.length, span.start))
  const end = Math.max(start, Math.min(text.length, span.end))
  return {
    start: isInsidePair(text, start) ? start - 1 : start,
    end: isInsidePair(text, end) ? end + 1 : end
  }
}
