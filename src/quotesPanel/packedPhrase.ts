import { wordFinder } from '../util/wordFinder'
import { packWord } from './packedTexts'

/** Words that follow each other with nothing but white space between them, as they are looked for in packed texts. */
export interface PackedPhrase {
  /**
   * Where it begins and ends, one after the other, each followed by the next place's; undefined where the text itself has to be looked
   * at.
   */
  placesIn(units: Uint8Array): readonly number[] | undefined
}

/** `words` are folded, and at least one. */
export function packedPhrase(words: readonly string[]): PackedPhrase {
  const packed = words.map((word) => {
    const { units, isExact } = packWord(word)
    return { units, isExact, find: wordFinder(units) }
  })
  const [first, ...others] = packed
  const isExact = packed.every((word) => word.isExact)
  return {
    placesIn(units) {
      if (packed.some(({ find }) => find(units, 0) < 0)) return []
      if (!first || !isExact) return undefined
      const places: number[] = []
      const {
        find,
        units: { length }
      } = first
      for (let at = find(units, 0); at >= 0; at = find(units, at + length)) {
        let end = at + length
        for (const other of others) {
          end = endOfNext(units, end, other.units)
          if (end === unknown) return undefined
          if (end < 0) break
        }
        if (end >= 0) places.push(at, end)
      }
      return places
    }
  }
}

/** Where a word ends that follows after white space; -1 where it does not. */
function endOfNext(units: Uint8Array, from: number, word: Uint8Array): number {
  let start = from
  while (start - from < longestGap && isBlank(units[start])) start++
  if (mayBeBlank(units[start])) return unknown
  if (start === from) return -1
  for (let at = 0; at < word.length; at++) if (units[start + at] !== word[at]) return -1
  return start + word.length
}

/** Blanks between two words, in UTF-16 units. */
export const longestGap = 40
const unknown = -2

function isBlank(unit: number | undefined): boolean {
  return unit === 0x20 || (unit !== undefined && unit >= 0x09 && unit <= 0x0d)
}

/** What is packed as the white space is that folding leaves as it is: U+1680, U+2028, U+2029, U+FEFF. */
function mayBeBlank(unit: number | undefined): boolean {
  return unit === 0x80 || unit === 0xa8 || unit === 0xa9 || unit === 0xff
}
