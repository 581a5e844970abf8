import { abbreviationKind } from './abbreviations'
import type { Token } from './article'
import { startsLower, startsUpper } from './characters'
import { isApostrophe } from './clitics'
import { gluedMarkOpens } from './gluedMarks'
import { isSentenceStarter } from './sentenceStarters'

/**
 * The index behind the last token of the sentence that begins at token `start`; `end` is where its paragraph ends. A closing
 * quotation mark or bracket behind the full stop belongs to the sentence; abbreviations, initials and ellipses do not end one by
 * themselves. The paragraph begins at `first`.
 */
export function endOfSentence(tokens: readonly Token[], start: number, end: number, first = start): number {
  for (let index = start; index < end - 1; index++) {
    const stop = stopOf(tokens, index, start)
    if (stop === 'none') continue
    const closed = endOfClosers(tokens, index + 1, end, first)
    if (closed < end && startsSentence(tokens, index, closed, end, stop)) return closed
    index = closed - 1
  }
  return end
}

/**
 * What a token may end a sentence with. `full`: a full stop; `strong`: ! ? and other scripts' stops; `initial`: a letter with
 * a full stop ("George W."); `abbreviation`: a word to which its full stop belongs.
 */
type Stop = 'none' | 'full' | 'strong' | 'ellipsis' | 'initial' | 'abbreviation'

function stopOf(tokens: readonly Token[], index: number, start: number): Stop {
  const token = tokens[index]
  if (token === undefined) return 'none'
  if (token.kind === 'punctuation') {
    switch (token.text) {
      case '.':
        return isListNumber(tokens, index, start) ? 'none' : 'full'
      case '!':
      case '?':
      case '\u203d':
      case '\u061f':
      case '\u3002':
      case '\uff01':
      case '\uff1f':
      case '\u0964':
        return 'strong'
      case '\u2026':
      case '...':
        return 'ellipsis'
      case '....':
        return 'full'
      default:
        return 'none'
    }
  }
  if (token.kind !== 'word' || !token.text.endsWith('.')) return 'none'
  const word = token.text.slice(0, -1)
  if (word.length === 1) return 'initial'
  const kind = abbreviationKind(word)
  return kind === 'title' || kind === 'number' ? 'none' : 'abbreviation'
}

/** "1." at the beginning. */
function isListNumber(tokens: readonly Token[], index: number, start: number): boolean {
  return index === start + 1 && tokens[start]?.kind === 'number'
}

/** The index behind the closing marks that stand at the stop without white space between. */
function endOfClosers(tokens: readonly Token[], from: number, end: number, first: number): number {
  let index = from
  while (index < end) {
    const token = tokens[index]
    if (
      token === undefined ||
      token.kind !== 'punctuation' ||
      token.start !== tokens[index - 1]?.end ||
      !isCloser(tokens, index, end, first)
    )
      return index
    index++
  }
  return index
}

function isCloser(tokens: readonly Token[], at: number, end: number, first: number): boolean {
  const token = tokens[at]!
  const next = tokens[at + 1]
  switch (token.text) {
    case '\u201d':
    case '\u2019':
    case '\u00bb':
    case '\u203a':
    case ')':
    case ']':
    case "''":
    case '.':
    case '!':
    case '?':
      return true
    case '"':
    case "'":
      return isApart(token, next) || !gluedMarkOpens(tokens, at, first, end)
    case '\u201c':
    case '\u00ab':
      return isApart(token, next)
    default:
      return false
  }
}

function isApart(token: Token, next: Token | undefined): boolean {
  return next === undefined || next.start > token.end || next.kind === 'punctuation'
}

function startsSentence(tokens: readonly Token[], index: number, next: number, end: number, stop: Stop): boolean {
  const at = endOfOpeners(tokens, next, end)
  const first = tokens[at]
  const before = tokens[next - 1]
  const opening = tokens[next]
  if (first === undefined || before === undefined || opening === undefined) return false
  const spaced = opening.start > before.end
  const isQuoted = next > index + 1 && before.text !== ')' && before.text !== ']'
  if (first.kind === 'punctuation')
    return at > next || ((stop === 'strong' || stop === 'full') && isBullet(first, tokens[at + 1]))
  if (startsWithLower(first)) return false
  if ((stop === 'abbreviation' || stop === 'initial') && isAside(tokens, next, end)) return false
  // The mark that ends an article ("■") stays with its last sentence; a symbol before a capital opens one.
  const following = tokens[at + 1]
  if (
    first.kind === 'symbol' &&
    (following === undefined || at + 1 >= end || following.kind === 'punctuation' || startsWithLower(following))
  )
    return false
  switch (stop) {
    case 'none':
      return false
    case 'full':
      return spaced || isRunOn(tokens, index, first)
    case 'strong':
      return (spaced || isRunOn(tokens, index, first)) && !(isQuoted && isAttribution(tokens, at, end))
    case 'ellipsis':
      return spaced && isQuoted && startsWithUpper(first) && !isAttribution(tokens, at, end)
    case 'initial':
      return spaced && (at > next || isSentenceStarter(first.text)) && !isPartOfName(tokens, index, first)
    case 'abbreviation':
      return spaced && (at > next || isQuoted || isSentenceStarter(first.text) || tokens[index]?.text === 'etc.')
  }
}

function endOfOpeners(tokens: readonly Token[], from: number, end: number): number {
  let index = from
  while (index < end && isOpener(tokens[index])) index++
  return Math.min(index, end - 1)
}

function isOpener(token: Token | undefined): boolean {
  switch (token?.kind === 'punctuation' ? token.text : '') {
    case '"':
    case "'":
    case '\u201c':
    case '\u2018':
    case '\u201e':
    case '\u00ab':
    case '\u2039':
    case '(':
    case '[':
    case '``':
    case '\u00bf':
    case '\u00a1':
      return true
    default:
      return false
  }
}

/** "Harbour Works Inc. (NYSE: HRB) said": no whole sentence stands in the brackets. */
function isAside(tokens: readonly Token[], open: number, end: number): boolean {
  if (tokens[open]?.text !== '(') return false
  for (let at = open + 1; at < end && at < open + longestAside; at++)
    if (tokens[at]!.text === ')') return !/[.!?]$/.test(tokens[at - 1]!.text) && at + 1 < end
  return false
}

/** In tokens. */
const longestAside = 16

/** A bullet before a capital begins an item of a list written into one paragraph. */
function isBullet(token: Token, next: Token | undefined): boolean {
  return (token.text === '\u2022' || token.text === '*') && next !== undefined && startsWithUpper(next)
}

/** "deal.The official": the blank was forgotten. Behind a name or a number stands a word that begins sentences: "in Kyiv.She". */
function isRunOn(tokens: readonly Token[], index: number, first: Token): boolean {
  const word = tokens[index - 1]
  if (word === undefined || !startsWithUpper(first)) return false
  if (word.kind === 'number') return word.text.length > 1 && isSentenceStarter(first.text)
  return word.kind === 'word' && word.text.length > 1 && (!startsWithUpper(word) || isSentenceStarter(first.text))
}

const speechVerbs = new Set(
  'said says asked asks told wrote writes tweeted shouted added adds replied cried wondered demanded yelled joked quipped'.split(
    ' '
  )
)

/** “Is it over?” Jane Doe asked: capitalised words and a verb of speech go on with the sentence of the quote. */
function isAttribution(tokens: readonly Token[], at: number, end: number): boolean {
  for (let index = at; index < end && index < at + 5; index++) {
    const token = tokens[index]
    if (token === undefined) return false
    if (speechVerbs.has(token.text)) return index > at
    if (token.kind !== 'word' || (!startsWithUpper(token) && token.text !== '\u2019s' && token.text !== "'s"))
      return false
  }
  return false
}

/** "George W. Bush", "A. The"? A capital before, and after it a word that does not begin sentences. */
function isPartOfName(tokens: readonly Token[], index: number, next: Token): boolean {
  const before = tokens[index - 1]
  return before !== undefined && before.kind === 'word' && startsWithUpper(before) && !isSentenceStarter(next.text)
}

function startsWithUpper(token: Token): boolean {
  return startsUpper(token.text, 0)
}

function startsWithLower(token: Token): boolean {
  return token.kind === 'word' && (startsLower(token.text, 0) || isApostrophe(token.text.charCodeAt(0)))
}
