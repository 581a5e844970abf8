import { gluedMarkOpens, type Token } from '../../article'
import { firstIndex } from '../../util/binarySearch'
import { lazy } from '../../util/lazy'

/** A stretch in quotation marks, as token indexes, half open, its marks included. */
export interface Quotation {
  readonly firstToken: number
  readonly endToken: number
  /** False when the paragraph ends before the closing mark. */
  readonly closed: boolean
}

/** The closing mark of each opening mark that has a form of its own. */
const closingMarks: Readonly<Record<string, string>> = {
  '\u201c': '\u201d',
  '\u201e': '\u201d',
  '\u00ab': '\u00bb',
  '\u2039': '\u203a',
  '``': "''"
}
const letterOrDigit = /[\p{L}\p{N}]/u

/**
 * The outermost quotations of one paragraph, given as a range of token indexes. The search starts anew in each
 * paragraph, so that one unclosed mark cannot spoil an article. An unclosed single mark is taken for an apostrophe, unless the
 * next paragraph begins with the same (`nextMark`): then a speech goes on there.
 */
export function findQuotations(
  tokens: readonly Token[],
  firstToken: number,
  endToken: number,
  nextMark = ''
): readonly Quotation[] {
  const quotations: Quotation[] = []
  let opening = -1
  let closing = ''
  let depth = 0
  let strange = 0
  const singles = lazy(() => endsOfSingles(tokens, firstToken, endToken))
  for (let at = firstToken; at < endToken; at++) {
    const mark = markOf(tokens[at])
    if (mark === '') continue
    const opens =
      opensQuotation(tokens, at, firstToken, endToken) ||
      (at === firstToken && isDouble(mark) && isReversed(tokens, at, endToken))
    if (mark === '\u2018' && (opening < 0 || closing === "'")) {
      const last = opens ? singles().get(at) : undefined
      if (last === undefined) {
        if (!opens || nextMark !== mark || !mayBeSpeech(tokens, at, firstToken)) continue
        quotations.push({ firstToken: at, endToken, closed: false })
        return quotations
      }
      quotations.push({ firstToken: at, endToken: last + 1, closed: true })
      opening = -1
      at = last
      continue
    }
    if (opening >= 0 && (closing !== "'" || !isDouble(mark))) {
      if (isOtherDouble(mark, closing)) {
        if (opens || mark === '\u201c') strange++
        else if (strange > 0) strange--
        else if (!/\d$/.test(tokens[at - 1]?.text ?? '')) {
          quotations.push({ firstToken: opening, endToken: at + 1, closed: true })
          opening = -1
        }
        continue
      }
      if (opens && goesOnAt(tokens, at, mark, closing)) continue
      if (mark in closingMarks && closingMarks[mark] === closing) depth++
      else if (closes(mark, closing, opens) && --depth === 0) {
        quotations.push({ firstToken: opening, endToken: at + 1, closed: true })
        opening = -1
      }
      continue
    }
    const ownClosing = closingMarks[mark]
    if (ownClosing !== undefined) closing = ownClosing
    else if (opens && ((mark !== '\u201d' && mark !== '\u00bb') || isReversed(tokens, at, endToken)))
      closing = mark === '\u2019' ? "'" : mark
    else continue
    opening = at
    depth = 1
    strange = 0
  }
  const goesOn = closing !== "'" || (nextMark === "'" && mayBeSpeech(tokens, opening, firstToken))
  if (opening >= 0 && goesOn) quotations.push({ firstToken: opening, endToken, closed: false })
  return quotations
}

/** Of paragraphs that were joined into one, a speech opens again behind its full stop: `"We sail. "We always have."` */
function goesOnAt(tokens: readonly Token[], at: number, mark: string, closing: string): boolean {
  if ((mark !== closing || mark === '\u201d') && closingMarks[mark] !== closing) return false
  const before = tokens[at - 1]!
  return /^[.!?]$/.test(before.text) && before.end < tokens[at]!.start
}

/** The mark that a paragraph begins with, if it opens a quotation there; else an empty text. */
export function openingMark(tokens: readonly Token[], firstToken: number, endToken: number): string {
  const mark = markOf(tokens[firstToken])
  return mark !== '' && opensQuotation(tokens, firstToken, firstToken, endToken) ? mark : ''
}

/** Where a speech over paragraphs begins: at the beginning, or behind a colon or comma. */
function mayBeSpeech(tokens: readonly Token[], at: number, firstToken: number): boolean {
  return at === firstToken || /^[:,]$/.test(tokens[at - 1]?.text ?? '')
}

/** True of a straight double mark in a curly quotation and the other way round: one that closes nothing of its own kind closes that, as who mixes them means it. */
function isOtherDouble(mark: string, closing: string): boolean {
  return (closing === '\u201d' && mark === '"') || (closing === '"' && (mark === '\u201c' || mark === '\u201d'))
}

/** True of a mark that may open though it does not look like it, because its like follows before any other opens: a slip of word processors, or a blank after the first mark of a paragraph. */
function isReversed(tokens: readonly Token[], from: number, endToken: number): boolean {
  const mark = markOf(tokens[from])
  for (let at = from + 1; at < endToken; at++) {
    const other = markOf(tokens[at])
    if (other === mark) return true
    if (closingMarks[other] === mark) return false
  }
  return false
}

/**
 * For each typographic single mark that opens a quotation, the mark that closes it. The quotation may hold double marks, if
 * they are closed in it, and apostrophes: one after an s and before a small letter ("the workers\u2019 hall") closes only when
 * no surer mark comes before the next quotation opens. Read once from the end, since a search from each mark may go on to the
 * end of the paragraph.
 */
function endsOfSingles(tokens: readonly Token[], firstToken: number, endToken: number): ReadonlyMap<number, number> {
  const ends = new Map<number, number>()
  const stops = nearestAtLevel()
  const unsure = nearestAtLevel()
  // Double marks opened less those closed, from here to the end: what has less than the opening mark lies in double marks.
  let level = 0
  for (let at = endToken - 1; at >= firstToken; at--) {
    const mark = markOf(tokens[at])
    if (mark === '\u201c') level++
    else if (mark === '\u201d') level--
    else if (mark === '') continue
    const opens = opensQuotation(tokens, at, firstToken, endToken)
    if (mark === '\u2018' && opens) {
      const stop = stops.find(level)
      const possessive = unsure.find(level)
      if (stop >= 0 && markOf(tokens[stop]) !== '\u2018') ends.set(at, stop)
      else if (possessive >= 0 && (stop < 0 || possessive < stop)) ends.set(at, possessive)
      stops.add(at, level)
    } else if (closes(mark, "'", opens)) (mayBePossessive(tokens, at) ? unsure : stops).add(at, level)
  }
  return ends
}

/** Places that are added from the last to the first; `find` gives the nearest whose level is not lower, or -1. */
function nearestAtLevel(): { add(place: number, level: number): void; find(level: number): number } {
  // Only places that no nearer one hides: their levels fall from first to last.
  const places: number[] = []
  const levels: number[] = []
  return {
    add(place, level) {
      while (levels.length > 0 && levels.at(-1)! <= level) {
        levels.pop()
        places.pop()
      }
      levels.push(level)
      places.push(place)
    },
    find: (level) => places[firstIndex(levels.length, (index) => levels[index]! < level) - 1] ?? -1
  }
}

function mayBePossessive(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at]
  const before = tokens[at - 1]
  const next = tokens[at + 1]
  return (
    mark !== undefined &&
    before?.end === mark.start &&
    /s$/i.test(before.text) &&
    next !== undefined &&
    next.start > mark.end &&
    /^\p{Ll}/u.test(next.text)
  )
}

/** The quotation mark that the token is, or an empty text. */
function markOf(token: Token | undefined): string {
  if (!token || token.kind !== 'punctuation' || token.text.length > 2) return ''
  const { text } = token
  if (text.length === 2) return text === "''" || text === '``' ? text : ''
  return '"\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a\'\u2018\u2019'.includes(text) ? text : ''
}

function isDouble(mark: string): boolean {
  return mark.length === 2 || !"'\u2018\u2019\u2039\u203a".includes(mark)
}

/** A mark opens when a word or another mark follows at once and no word stands directly before it. */
function opensQuotation(tokens: readonly Token[], at: number, firstToken: number, endToken: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (!token || !next || at + 1 >= endToken || next.start > token.end) return false
  const before = at > firstToken ? tokens[at - 1] : undefined
  if (!before || before.end < token.start) return true
  // Of `gone."Then` the blank was forgotten.
  if (token.text === '"' && /^[.!?]$/.test(before.text) && /^\p{Lu}/u.test(next.text))
    return gluedMarkOpens(tokens, at, firstToken, endToken)
  return !letterOrDigit.test(before.text) && !/[.,;!?]/.test(before.text)
}

function closes(mark: string, closing: string, opens: boolean): boolean {
  if (closing === "'") return (mark === "'" || mark === '\u2019') && !opens
  return mark === closing
}
