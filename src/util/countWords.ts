import { spacelessWords } from './spaceless'

/**
 * The number of words and numbers in a text: runs of letters and digits, inner apostrophes, hyphens and points included. Where a
 * script has no spaces between words, it is about the number.
 */
export function countWords(text: string): number {
  let count = 0
  let isInside = false
  let isJoined = false
  /** Of the run so far, where it has no spaces. */
  let spaceless = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (isWordAt(text, at, unit)) {
      const words = spacelessWords(unit)
      if (words > 0) spaceless += words
      else {
        if ((!isInside && !isJoined) || spaceless > 0) count++
        count += Math.ceil(spaceless)
        spaceless = 0
      }
      isInside = true
      isJoined = false
      if (isHighSurrogate(unit)) at++
    } else {
      count += Math.ceil(spaceless)
      spaceless = 0
      isJoined = isInside && isJoiner(unit)
      isInside = false
    }
  }
  return count + Math.ceil(spaceless)
}

/** By hand where the text is ASCII, as most of it is: whole folders are counted. */
function isWordAt(text: string, at: number, unit: number): boolean {
  if (unit < 0x80)
    return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39)
  return letterOrNumber.test(isHighSurrogate(unit) ? text.slice(at, at + 2) : text.charAt(at))
}

/** Marks too: vowels of Hindi and Thai are marks. */
const letterOrNumber = /^[\p{L}\p{M}\p{N}]/u

/** Apostrophes, comma, hyphen, point. */
function isJoiner(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || (unit >= 0x2c && unit <= 0x2e)
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}
