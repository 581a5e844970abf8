import { abbreviationKind } from './abbreviations'
import type { Token, TokenKind } from './article'
import { astralClass, characterClass, digit, letter, punctuation, space, startsLower, startsUpper, surrogate, symbol } from './characters'

/**
 * A stretch of prose. `glued`: no white space parts it from the stretch before ("*Doha*'s" in Markdown). `isReference`: it is one
 * character of prose, written as "&amp;".
 */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly glued: boolean
  readonly isReference: boolean
}

/**
 * Appends the tokens of one piece, in order. One pass with bounded look-ahead.
 *
 * - words keep inner hyphens, apostrophes, full stops of acronyms and abbreviations: "al-Amr", "O'Brien", "U.S.", "Feb."
 * - 's and the clitics 're 've 'll 'd 'm are tokens of their own, as in the Penn Treebank; "don't" stays whole, unlike there
 * - numbers keep their separators: "34,789", "3.5", "10:30", "1996-08-30"; sign, currency and per cent are tokens
 * - "--", "...", "``" and "''" are one token; every other mark is one token for each character
 * - an emoji with its modifiers, a web address and an e-mail address are one token
 */
export function tokenize(text: string, piece: Piece, tokens: Token[]): void {
  const end = piece.end
  let at = piece.start
  if (piece.isReference) {
    tokens.push({ start: at, end, text: text.slice(at, end), kind: 'symbol' })
    return
  }
  while (at < end) {
    const unit = text.charCodeAt(at)
    const kind = characterClass(unit)
    if (kind === space) {
      at++
      continue
    }
    const start = at
    let tokenKind: TokenKind
    if (kind === letter || kind === digit || isNameMark(text, at, end)) {
      at = isAddress(text, at, end) ? endOfAddress(text, at, end) : endOfWord(text, at, end)
      tokenKind = kind === digit && isNumber(text, start, at) ? 'number' : 'word'
    } else if (kind === surrogate) {
      const astral = astralAt(text, at, end)
      if (astral === letter || astral === digit) {
        at = endOfWord(text, at, end)
        tokenKind = astral === digit ? 'number' : 'word'
      } else {
        at = endOfSymbol(text, at, end)
        tokenKind = 'symbol'
      }
    } else if (kind === symbol) {
      at = endOfSymbol(text, at, end)
      tokenKind = 'symbol'
    } else if (isApostrophe(unit) && followsWord(tokens, start, piece)) {
      const clitic = endOfClitic(text, at, end, tokens)
      tokenKind = clitic > at ? 'word' : 'punctuation'
      at = clitic > at ? clitic : at + 1
    } else {
      at = endOfMark(text, at, end)
      tokenKind = 'punctuation'
    }
    tokens.push({ start, end: at, text: text.slice(start, at), kind: tokenKind })
  }
}

export function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019
}

function isHyphen(unit: number): boolean {
  return unit === 0x2d || unit === 0x2010 || unit === 0x2011
}

/** "@name" and "#topic". */
function isNameMark(text: string, at: number, end: number): boolean {
  const unit = text.charCodeAt(at)
  return (unit === 0x40 || unit === 0x23) && at + 1 < end && characterClass(text.charCodeAt(at + 1)) === letter
}

function followsWord(tokens: readonly Token[], start: number, piece: Piece): boolean {
  const before = tokens[tokens.length - 1]
  if (before === undefined || before.kind === 'punctuation' || before.kind === 'symbol') return false
  return before.end === start || (piece.glued && start === piece.start)
}

function endOfWord(text: string, from: number, end: number): number {
  let at = from + 1
  let part = from // where the part since the last hyphen, full stop or apostrophe begins
  let stops = 0
  if (characterClass(text.charCodeAt(from)) === surrogate) at++
  while (at < end) {
    const unit = text.charCodeAt(at)
    const kind = characterClass(unit)
    if (kind === letter || kind === digit) {
      at++
      continue
    }
    if (kind === space) return at
    if (kind === surrogate) {
      const astral = astralAt(text, at, end)
      if (astral !== letter && astral !== digit) return at
      at += 2
      continue
    }
    const next = at + 1 < end ? classAt(text, at + 1, end) : space
    const joins = next === letter || next === digit
    if (unit === 0x2e) {
      if (joins && joinsAtStop(text, at, part, next)) {
        stops++
        part = ++at
        continue
      }
      if (!keepsStop(text, from, part, at, end, stops)) return at
      at++
      // "U.S.-led": the word goes on behind the full stop.
      if (at + 1 >= end || !isHyphen(text.charCodeAt(at)) || !isWordClass(classAt(text, at + 1, end))) return at
      part = ++at
      continue
    }
    if (isHyphen(unit) && isTransliteratedMark(text, at + 1, end)) {
      part = at += 2
      continue
    }
    if (!joins) return at
    if (isHyphen(unit)) {
      part = ++at
    } else if (isApostrophe(unit) || unit === 0x2018) {
      if (isCliticAt(text, from, at, end)) return at
      part = ++at
    } else if (unit === 0x2c) {
      if (!isThousands(text, at, end)) return at
      at++
    } else if (unit === 0x3a || unit === 0x2f) {
      if (next !== digit || characterClass(text.charCodeAt(at - 1)) !== digit) return at
      at++
    } else if (unit === 0x26 || unit === 0x40) {
      at++
    } else {
      return at
    }
  }
  return at
}

/** "al-\u2018Arabi", "al-'Abadi": the mark behind the article is a letter of the name. */
function isTransliteratedMark(text: string, at: number, end: number): boolean {
  const unit = text.charCodeAt(at)
  return at + 1 < end && (isApostrophe(unit) || unit === 0x2018) && characterClass(text.charCodeAt(at + 1)) === letter
    && characterClass(text.charCodeAt(at - 2)) === letter
}

/** Whether a full stop inside letters or figures joins them: "U.S", "3.5", "example.com", not "deal.The". */
function joinsAtStop(text: string, at: number, part: number, next: number): boolean {
  if (characterClass(text.charCodeAt(at - 1)) === digit && next === digit) return true
  if (next === letter && at - part === 1) return true
  return startsLower(text, at + 1) && (startsLower(text, at - 1) || characterClass(text.charCodeAt(at - 1)) === digit)
}

/** Whether the full stop at `at` belongs to the word: acronyms, initials and known abbreviations. */
function keepsStop(text: string, from: number, part: number, at: number, end: number, stops: number): boolean {
  if (at - part > 6) return false
  if (at - part === 1 && characterClass(text.charCodeAt(part)) === letter) {
    if (stops > 0) return true
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

function isThousands(text: string, at: number, end: number): boolean {
  if (characterClass(text.charCodeAt(at - 1)) !== digit || at + 3 >= end) return false
  for (let offset = 1; offset <= 3; offset++) if (characterClass(text.charCodeAt(at + offset)) !== digit) return false
  return at + 4 >= end || characterClass(text.charCodeAt(at + 4)) !== digit
}

/** Figures with their separators and at most two letters: "34,789", "5th", "1980s"; "16-year-old" is a word. */
function isNumber(text: string, start: number, end: number): boolean {
  let letters = 0
  for (let at = start; at < end; at++) if (characterClass(text.charCodeAt(at)) === letter && ++letters > 2) return false
  return true
}

const pronounsBeforeWould = new Set(['i', 'you', 'he', 'she', 'it', 'we', 'they', 'who', 'that', 'there', 'how', 'what', 'where', 'why', 'this'])

/** Whether a clitic begins at the apostrophe `at`, behind the word that began at `from`. */
function isCliticAt(text: string, from: number, at: number, end: number): boolean {
  const length = cliticLength(text, at, end)
  if (length === 0) return false
  const first = text.charCodeAt(at + 1) | 0x20
  if (length === 3 || first === 0x73) return true
  // 'd and 'm also end names ("Sa'd"): only behind pronouns are they clitics.
  return at - from <= 5 && pronounsBeforeWould.has(text.slice(from, at).toLowerCase())
}

function endOfClitic(text: string, at: number, end: number, tokens: readonly Token[]): number {
  const before = tokens[tokens.length - 1]
  const length = before === undefined ? 0 : cliticLength(text, at, end)
  if (before === undefined || length === 0) return at
  const first = text.charCodeAt(at + 1) | 0x20
  return length === 3 || first === 0x73 || pronounsBeforeWould.has(before.text.toLowerCase()) ? at + length : at
}

/** The length of 's 'd 'm (2) or 're 've 'll (3) when no letter or figure follows; 0 otherwise. */
function cliticLength(text: string, at: number, end: number): number {
  if (at + 1 >= end) return 0
  const first = text.charCodeAt(at + 1) | 0x20
  if (first === 0x73 || first === 0x64 || first === 0x6d) return endsWord(text, at + 2, end) ? 2 : 0
  if (at + 2 >= end) return 0
  const second = text.charCodeAt(at + 2) | 0x20
  const known = ((first === 0x72 || first === 0x76) && second === 0x65) || (first === 0x6c && second === 0x6c)
  return known && endsWord(text, at + 3, end) ? 3 : 0
}

function endsWord(text: string, at: number, end: number): boolean {
  return at >= end || !isWordClass(classAt(text, at, end))
}

function isWordClass(kind: number): boolean {
  return kind === letter || kind === digit
}

function classAt(text: string, at: number, end: number): number {
  const kind = characterClass(text.charCodeAt(at))
  return kind === surrogate ? astralAt(text, at, end) : kind
}

/** The class of the surrogate pair at `at`; a lone surrogate is a symbol. */
function astralAt(text: string, at: number, end: number): number {
  const codePoint = text.codePointAt(at)
  return codePoint === undefined || codePoint < 0x10000 || at + 2 > end ? symbol : astralClass(codePoint)
}

/** One symbol with its marks, modifiers and joined symbols; two regional indicators are one flag. */
function endOfSymbol(text: string, from: number, end: number): number {
  let at = from + widthAt(text, from, end)
  if (isRegional(text, from) && at < end && isRegional(text, at)) return at + 2
  while (at < end) {
    const unit = text.charCodeAt(at)
    const isJoiner = unit === 0x200d
    if (isJoiner && at + 1 < end && classAt(text, at + 1, end) === symbol) at += 1 + widthAt(text, at + 1, end)
    else if (isJoiner || unit === 0xfe0f || unit === 0xfe0e || unit === 0x20e3 || isSkinTone(text, at)) at += widthAt(text, at, end)
    else return at
  }
  return at
}

function widthAt(text: string, at: number, end: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff && at + 2 <= end ? 2 : 1
}

function isRegional(text: string, at: number): boolean {
  const codePoint = text.codePointAt(at) ?? 0
  return codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff
}

function isSkinTone(text: string, at: number): boolean {
  const codePoint = text.codePointAt(at) ?? 0
  return codePoint >= 0x1f3fb && codePoint <= 0x1f3ff
}

/** One mark; runs of hyphens and full stops, and the doubled marks `` and '', are one token. */
function endOfMark(text: string, from: number, end: number): number {
  const unit = text.charCodeAt(from)
  let at = from + 1
  if (unit === 0x2d || unit === 0x2e) {
    while (at < end && text.charCodeAt(at) === unit) at++
  } else if ((unit === 0x27 || unit === 0x60) && at < end && text.charCodeAt(at) === unit) {
    at++
  }
  return at
}

/** Web addresses only: "https://…", "www.…". */
function isAddress(text: string, at: number, end: number): boolean {
  const unit = text.charCodeAt(at) | 0x20
  if (unit === 0x68) return text.startsWith('://', at + 4) && at + 7 < end || (text.startsWith('://', at + 5) && at + 8 < end && text.startsWith('ttps', at + 1))
  return unit === 0x77 && text.startsWith('ww.', at + 1) && at + 4 < end
}

function endOfAddress(text: string, from: number, end: number): number {
  let at = from
  while (at < end && !endsAddress(text.charCodeAt(at))) at++
  while (at > from + 1 && characterClass(text.charCodeAt(at - 1)) === punctuation && text.charCodeAt(at - 1) !== 0x2f) at--
  return at
}

function endsAddress(unit: number): boolean {
  return characterClass(unit) === space || unit === 0x22 || unit === 0x3c || unit === 0x3e || unit === 0x201c || unit === 0x201d || unit === 0x29 || unit === 0x5d || characterClass(unit) === surrogate
}
