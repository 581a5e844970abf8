import { startsLower } from '../characters'
import { isSentenceStarter } from '../sentenceStarters'
import { stopLabelAt } from '../stopLabel'
import type { Line } from './lines'

/** What the words around a line end say about it. */
export interface LineEnd {
  /** The line above ends with a sentence. */
  readonly ends: boolean
  /** The sentence goes on below: in small letters, or because a word or comma stands at the end that ends nothing. */
  readonly goesOn: boolean
  /** A word or comma stands at the end that ends nothing. */
  readonly isOpen: boolean
  /** What begins below is an item, a turn, a signature or a post by itself. */
  readonly beginsItem: boolean
}

export function lineEndAt(text: string, above: Line, below: Line): LineEnd {
  if (isWithinLabel(text, above, below)) return { ends: false, isOpen: true, goesOn: true, beginsItem: false }
  const ends = endsSentence(text, above.end)
  const tail = text.slice(Math.max(above.start, above.end - tailLength), above.end)
  const isSmall = startsLower(text, below.start)
  const isOpen =
    openWord.test(tail) || (/,$/.test(tail) && wordsOf(text, above) >= fewWords) || (isSmall && hyphenated.test(tail))
  const beginsItem = isItem(text, above, below, ends)
  return { ends, isOpen, goesOn: !beginsItem && !ends && (isSmall || isOpen), beginsItem }
}

/** A full stop or the like at the end, maybe within closing marks. */
export function endsSentence(text: string, end: number): boolean {
  for (let at = end - 1; at >= end - 3 && at >= 0; at--) {
    const unit = text.charCodeAt(at)
    if (unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x2026) return true
    if (unit !== 0x22 && unit !== 0x27 && unit !== 0x201d && unit !== 0x2019 && unit !== 0x29) return false
  }
  return false
}

/** Two lines alone, of which the first is full and runs on like a sentence: "… the chairman of the board, John | Smithers, who said …". */
export function readsOn(text: string, above: Line, below: Line): boolean {
  const first = text.slice(above.start, above.end)
  const next = /^\S*?(?=[\s,.;:]|$)/.exec(text.slice(below.start, Math.min(below.end, below.start + tailLength)))?.[0]
  return (
    first.length >= fullAlone &&
    below.end - below.start <= first.length &&
    endsSentence(text, below.end) &&
    !isSentenceStarter(next ?? '') &&
    finite.test(first)
  )
}

/** How a title may go on: with a word that begins sentences. */
export function beginsSentence(text: string, { start, end }: Line): boolean {
  return isSentenceStarter(/^\p{L}*/u.exec(text.slice(start, Math.min(end, start + tailLength)))?.[0] ?? '')
}

const tailLength = 40
const fewWords = 3
const fullAlone = 50
const finite = /\b(?:the|an?|was|were|is|are|has|had|have|who|that|it|they|he|she|said|says)\b/
/** Words that never end a line which says something whole. */
const openWord =
  /(?:^|\s)(?:the|an?|of|and|or|nor|but|to|in|on|for|with|by|at|from|into|that|which|who|whose|as|than|if|is|was|were|are|be|been|has|had|have|his|her|its|their|our|my|your|this|these|not|will|would|could|should|may|might|Mrs?\.?|Ms\.?|Dr\.?|Prof\.|Gen\.|Sen\.|Rep\.|Gov\.)$/
const hyphenated = /\p{L}[-\u2010\u00ad\u00ac]$/u

function wordsOf(text: string, { start, end }: Line): number {
  return text.slice(start, Math.min(end, start + 80)).split(/\s+/).length
}

/** "• that the levy", "2. Never", "Q: Why", "[Ana Silk] No", "@ana: No", "ANA SILK: No", "Mr. Silk. No", "— Ana Silk". */
function isItem(text: string, above: Line, below: Line, ends: boolean): boolean {
  const head = textOf(text, below)
  if (/^(?:[\u2022\u25cf\u25aa\u25e6\u2023\u25a0\u00b7]|\*\s|[QA][:.]\s|\[\p{Lu}[^\]]{0,50}\]|@\w+:)/u.test(head))
    return true
  if (/^(?:--?|[\u2013\u2014\u2015])\s?/.test(head)) {
    const last = text.charAt(above.end - 1)
    return (
      /^(?:--?|[\u2013-\u2015])\s?[\p{Lu}@]/u.test(head) || last === ':' || text.charAt(above.start) === head.charAt(0)
    )
  }
  const label = head.includes(':') ? labelAtStart.exec(head)?.[1] : undefined
  if (label !== undefined) return ends || label === label.toUpperCase() || text.charAt(above.end - 1) === ':'
  if (ends && stopLabelAt(text, below.start, below.end)) return true
  // Rows of a table of results.
  if (/^\d/.test(head) && /^\d/.test(text.slice(above.start, above.start + 1))) return true
  // "14.29 Officials hope", "2. Never urged": a number opens an item only where nothing is left open above.
  return ends && /^\d{1,2}[.:)](?:\d\d)?\S{0,4}\s/.test(head)
}

/** "ANA SILK:", "Ana Silk (Green):" */
const labelAtStart = /^(\p{Lu}[\p{L}.'\u2019-]*(?:,? \p{Lu}[\p{L}.'\u2019-]*){0,5})(?: \([^)]{1,40}\))*:(?:\s|$)/u

const itemReach = 90

/** "ANA SILK, | HOST: We had no money": the name of a label is above, what it says of the speaker below. */
function isWithinLabel(text: string, above: Line, below: Line): boolean {
  if (text.charAt(above.end - 1) !== ',' || above.end - above.start > itemReach) return false
  return capitalName.test(text.slice(above.start, above.end)) && capitalLabel.test(textOf(text, below))
}

const capitalName = /^\p{Lu}[\p{Lu}.'\u2019-]*(?: \p{Lu}[\p{Lu}.'\u2019-]*){1,5},$/u
const capitalLabel = /^\p{Lu}[\p{Lu}.,'\u2019-]*(?: \p{Lu}[\p{Lu}.,'\u2019-]*){0,7}:(?:\s|$)/u

function textOf(text: string, { start, end }: Line): string {
  return text.slice(start, Math.min(end, start + itemReach))
}
