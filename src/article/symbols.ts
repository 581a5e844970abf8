import { characterClass, classAt, punctuation, space, surrogate, symbol } from './characters'

/** One symbol with its marks, modifiers and joined symbols; two regional indicators are one flag. */
export function endOfSymbol(text: string, from: number, end: number): number {
  let at = from + widthAt(text, from, end)
  if (isRegional(text, from) && at < end && isRegional(text, at)) return at + 2
  while (at < end) {
    const unit = text.charCodeAt(at)
    const isJoiner = unit === 0x200d
    if (isJoiner && at + 1 < end && classAt(text, at + 1, end) === symbol) at += 1 + widthAt(text, at + 1, end)
    else if (isJoiner || unit === 0xfe0f || unit === 0xfe0e || unit === 0x20e3 || isSkinTone(text, at))
      at += widthAt(text, at, end)
    else return at
  }
  return at
}

/** How many units the character at `at` has; a half of a pair at the end is one. */
export function widthAt(text: string, at: number, end: number): number {
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

/** Web addresses only: "https://…", "www.…". */
export function isAddress(text: string, at: number, end: number): boolean {
  const unit = text.charCodeAt(at) | 0x20
  if (unit === 0x68)
    return (
      (text.startsWith('://', at + 4) && at + 7 < end) ||
      (text.startsWith('://', at + 5) && at + 8 < end && text.startsWith('ttps', at + 1))
    )
  return unit === 0x77 && text.startsWith('ww.', at + 1) && at + 4 < end
}

export function endOfAddress(text: string, from: number, end: number): number {
  let at = from
  while (at < end && !endsAddress(text.charCodeAt(at))) at++
  while (at > from + 1 && characterClass(text.charCodeAt(at - 1)) === punctuation && text.charCodeAt(at - 1) !== 0x2f)
    at--
  return at
}

function endsAddress(unit: number): boolean {
  return (
    characterClass(unit) === space ||
    unit === 0x22 ||
    unit === 0x3c ||
    unit === 0x3e ||
    unit === 0x201c ||
    unit === 0x201d ||
    unit === 0x29 ||
    unit === 0x5d ||
    characterClass(unit) === surrogate
  )
}
