import { countBelow, surrogatePairs } from '../surrogatePairs'

/** The offset in code points of an offset in UTF-16 units. */
export type CodePointsAt = (utf16: number) => number

/** Where no character is beyond U+FFFF. */
export const unchanged: CodePointsAt = (utf16) => utf16

/** From the text itself. */
export function codePointsIn(text: string): CodePointsAt {
  const pairs = surrogatePairs(text)
  return pairs.length ? (utf16) => utf16 - countBelow(pairs, utf16) : unchanged
}

/** From offsets that are known in both units: exact for those, elsewhere as if there were no further pairs since. */
export function codePointsNear(known: ReadonlyMap<number, number>): CodePointsAt {
  const differing = [...known].some(([utf16, codePoints]) => utf16 !== codePoints)
  if (!differing) return unchanged
  const offsets = Float64Array.from(known.keys()).sort()
  return (utf16) => {
    const before = offsets[countBelow(offsets, utf16 + 1) - 1]
    return before === undefined ? utf16 : utf16 - before + known.get(before)!
  }
}

/** The number of code points in a text. */
export function countCodePoints(text: string): number {
  return text.length - surrogatePairs(text).length
}
