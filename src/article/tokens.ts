import type { Span, Token, TokenKind } from './article'
import {
  characterClass,
  classAt,
  digit,
  isWordClass,
  letter,
  space,
  startsLower,
  surrogate,
  symbol
} from './characters'
import { endOfClitic, isApostrophe, isCliticAt } from './clitics'
import { keepsStop } from './fullStops'
import { endOfAddress, endOfSymbol, isAddress, widthAt } from './symbols'

/**
 * Appends the tokens of one stretch of prose, in order. One pass with bounded look-ahead. Stops behind the
 * first token that reaches `until` and says where, to be called again from there.
 *
 * - words keep inner hyphens, apostrophes, full stops of acronyms and abbreviations: "al-Amr", "O'Brien", "U.S.", "Feb."
 * - 's and the clitics 're 've 'll 'd 'm are tokens of their own, as in the Penn Treebank; "don't" stays whole, unlike there
 * - numbers keep their separators: "34,789", "3.5", "10:30", "1996-08-30"; sign, currency and per cent are tokens
 * - "--", "...", "``" and "''" are one token; every other mark is one token for each character
 * - underscores around words are one token, inside of a word its letters
 * - an emoji with its modifiers, a web address and an e-mail address are one token
 */
export function tokenize(text: string, { start, end }: Span, tokens: Token[], from = start, until = end): number {
  let at = from
  while (at < end && at < until) {
    const kind = classAt(text, at, end)
    if (kind === space) {
      at++
      continue
    }
    const start = at
    const before = tokens[tokens.length - 1]
    let tokenKind: TokenKind
    if (kind === letter && text.charCodeAt(at) === underscore) {
      at = endOfUnderscores(text, at, end)
      tokenKind = 'punctuation'
    } else if (isWordClass(kind) || isNameMark(text, at, end)) {
      at = isAddress(text, at, end) ? endOfAddress(text, at, end) : endOfWord(text, at, end)
      tokenKind = kind === digit && isNumber(text, start, at) ? 'number' : 'word'
    } else if (kind === symbol) {
      at = endOfSymbol(text, at, end)
      tokenKind = 'symbol'
    } else {
      const clitic =
        before !== undefined && isApostrophe(text.charCodeAt(at)) && followsWord(before, start)
          ? endOfClitic(text, at, end, before.text)
          : at
      tokenKind = clitic > at ? 'word' : 'punctuation'
      at = clitic > at ? clitic : endOfMark(text, at, end)
    }
    tokens.push({ start, end: at, text: text.slice(start, at), kind: tokenKind })
  }
  return at
}

/** "_Ana Silk:_": emphasis, not a part of the word as in "user_name". */
const underscore = 0x5f

function endOfUnderscores(text: string, from: number, end: number): number {
  let at = from
  while (at < end && text.charCodeAt(at) === underscore) at++
  return at
}

function isHyphen(unit: number): boolean {
  return unit === 0x2d || unit === 0x2010 || unit === 0x2011
}

/** "@name" and "#topic". */
function isNameMark(text: string, at: number, end: number): boolean {
  const unit = text.charCodeAt(at)
  return (unit === 0x40 || unit === 0x23) && at + 1 < end && characterClass(text.charCodeAt(at + 1)) === letter
}

function followsWord(before: Token, start: number): boolean {
  return (before.kind === 'word' || before.kind === 'number') && before.end === start
}

function endOfWord(text: string, from: number, end: number): number {
  let at = from + widthAt(text, from, end)
  let part = from // where the part since the last hyphen, full stop or apostrophe begins
  let stops = 0
  while (at < end) {
    const unit = text.charCodeAt(at)
    const kind = characterClass(unit)
    if (unit === underscore && !isWordClass(classAt(text, endOfUnderscores(text, at, end), end))) return at
    if (kind === letter || kind === digit) {
      at++
      continue
    }
    if (kind === space) return at
    if (kind === surrogate) {
      if (!isWordClass(classAt(text, at, end))) return at
      at += 2
      continue
    }
    const next = at + 1 < end ? classAt(text, at + 1, end) : space
    const joins = isWordClass(next)
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
  return (
    at + 1 < end &&
    (isApostrophe(unit) || unit === 0x2018) &&
    characterClass(text.charCodeAt(at + 1)) === letter &&
    characterClass(text.charCodeAt(at - 2)) === letter
  )
}

/** Whether a full stop inside letters or figures joins them: "U.S", "3.5", "example.com", not "deal.The". */
function joinsAtStop(text: string, at: number, part: number, next: number): boolean {
  if (characterClass(text.charCodeAt(at - 1)) === digit && next === digit) return true
  if (next === letter && at - part === 1) return true
  return startsLower(text, at + 1) && (startsLower(text, at - 1) || characterClass(text.charCodeAt(at - 1)) === digit)
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
