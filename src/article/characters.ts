import type { Span } from './article'

/** The classes of UTF-16 units; numbers, because the tokeniser compares one for each character of a text. */
export const space = 1
export const letter = 2
export const digit = 3
export const punctuation = 4
export const symbol = 5
export const surrogate = 6

// Filled as characters turn up: a table of all of Unicode would cost every start of the extension.
const classes = new Uint8Array(0x10000)

/** The class of one UTF-16 unit. Marks and joiners (ZWJ, soft hyphen, underscore) count as letters: they do not end a word. */
export function characterClass(unit: number): number {
  const known = classes[unit]
  return known === undefined || known === 0 ? (classes[unit] = classify(unit)) : known
}

/** The class of a code point outside the basic plane: letters and digits of rarer scripts, all else is a symbol. */
function astralClass(codePoint: number): number {
  const character = String.fromCodePoint(codePoint)
  return /[\p{L}\p{M}]/u.test(character) ? letter : /\p{N}/u.test(character) ? digit : symbol
}

/** The class of the character at `at` within a text that ends at `end`; a lone surrogate is a symbol. */
export function classAt(text: string, at: number, end: number): number {
  const kind = characterClass(text.charCodeAt(at))
  if (kind !== surrogate) return kind
  const codePoint = text.codePointAt(at)
  return codePoint === undefined || codePoint < 0x10000 || at + 2 > end ? symbol : astralClass(codePoint)
}

export function isWordClass(kind: number): boolean {
  return kind === letter || kind === digit
}

export function isSpace(unit: number): boolean {
  return characterClass(unit) === space
}

export function isLineEnd(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d
}

/** What stands between two offsets without white space at its ends; null when that is all. */
export function withoutSpaceAround(text: string, start: number, end: number): Span | null {
  let from = start
  let to = end
  while (from < to && isSpace(text.charCodeAt(from))) from++
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--
  return from < to ? { start: from, end: to } : null
}

/** Whether the word at `index` begins with a capital. */
export function startsUpper(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a
  return /^[\p{Lu}\p{Lt}]/u.test(String.fromCodePoint(text.codePointAt(index) ?? 0))
}

export function startsLower(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  if (unit < 0x80) return unit >= 0x61 && unit <= 0x7a
  return /^\p{Ll}/u.test(String.fromCodePoint(text.codePointAt(index) ?? 0))
}

function classify(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return surrogate
  if (unit === 0x200c || unit === 0x200d || unit === 0xad || unit === 0x5f) return letter
  const character = String.fromCharCode(unit)
  if (/\s/.test(character)) return space
  if (/[\p{L}\p{M}]/u.test(character)) return letter
  if (/\p{N}/u.test(character)) return digit
  return /\p{P}/u.test(character) || character === '`' ? punctuation : symbol
}
