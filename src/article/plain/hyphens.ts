import type { Span } from '../article'
import { startsLower } from '../characters'

/**
 * What of a line end stands inside of one word: "govern-|ment". The hyphen too, unless the word has one of its own: it is written with
 * it elsewhere, or begins as only such words do ("self-|styled"). Null where the line above does not end inside of a word.
 */
export function hyphenAt(text: string, above: Span, below: Span): Span | null {
  const mark = text.charCodeAt(above.end - 1)
  const isSoft = mark === 0xad || mark === 0xac
  if (!isSoft && mark !== 0x2d && mark !== 0x2010) return null
  const head = /[\p{L}\p{M}'\u2019\d]+$/u.exec(
    text.slice(Math.max(above.start, above.end - 1 - reach), above.end - 1)
  )?.[0]
  if (head === undefined) return null
  const tail = /^[\p{L}\p{M}]+/u.exec(text.slice(below.start, Math.min(below.end, below.start + reach)))?.[0]
  if (tail === undefined) return null
  const keeps =
    !isSoft && (!startsLower(text, below.start) || /\d/.test(head) || ownHyphen(text, head, tail, above, below))
  return { start: keeps ? above.end : above.end - 1, end: below.start }
}

const reach = 40
/** How far around the line end the word is looked for. */
const near = 20_000

function ownHyphen(text: string, head: string, tail: string, above: Span, below: Span): boolean {
  const around = text.slice(Math.max(0, above.end - near), Math.min(text.length, below.start + near)).toLowerCase()
  const hasWhole = around.includes(`${head}${tail}`.toLowerCase())
  const hasHyphen = around.includes(`${head}-${tail}`.toLowerCase())
  if (hasWhole !== hasHyphen) return hasHyphen
  return compound.test(head)
}

/** Beginnings of words that are written with a hyphen. */
const compound =
  /^(?:self|non|ex|well|half|long|short|high|low|mid|anti|pro|pre|post|co|vice|all|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|so|then|now|part|full|old|new|third|second|first|far|left|right|top|best|hard|north|south|mother|brother|father|sister|daughter|son|state|year|ill|semi|quasi)$/i
