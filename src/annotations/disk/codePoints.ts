import { firstIndex } from '../../util/binarySearch'
import { mapAnchors, type Anchor } from '../decision'
import type { Layer } from '../layer'

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

/**
 * The layer with offsets in UTF-16 units where another program wrote it, which knows code points alone. It makes a difference
 * only where the text has characters beyond U+FFFF, and an anchor changes only where its words and what is around them are.
 */
export function withUtf16(layer: Layer, text: string): Layer {
  const pairs = surrogatePairs(text)
  if (!pairs.length) return layer
  const decisions = layer.decisions.map((decision) => mapAnchors(decision, (anchor) => inUtf16(anchor, text, pairs)))
  return decisions.every((decision, index) => decision === layer.decisions[index]) ? layer : { ...layer, decisions }
}

function inUtf16(anchor: Anchor, text: string, pairs: readonly number[]): Anchor {
  if (text.startsWith(anchor.exact, anchor.start)) return anchor
  const start = utf16Of(anchor.start, pairs)
  const isThere = text.startsWith(anchor.prefix + anchor.exact + anchor.suffix, start - anchor.prefix.length)
  return isThere ? { ...anchor, start, end: start + anchor.exact.length } : anchor
}

/** The n-th pair stands n code points before its offset in UTF-16. */
function utf16Of(codePoints: number, pairs: readonly number[]): number {
  return codePoints + firstIndex(pairs.length, (index) => pairs[index]! - index >= codePoints)
}

function countBelow(sorted: ArrayLike<number>, limit: number): number {
  return firstIndex(sorted.length, (index) => sorted[index]! >= limit)
}

/** The offsets of characters beyond U+FFFF, ascending. */
function surrogatePairs(text: string): readonly number[] {
  const pairs: number[] = []
  for (const match of text.matchAll(/[\uD800-\uDBFF](?=[\uDC00-\uDFFF])/g)) pairs.push(match.index)
  return pairs
}
