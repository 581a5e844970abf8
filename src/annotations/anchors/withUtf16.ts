import { firstIndex } from '../../util/binarySearch'
import { mapAnchors, type Anchor, type Decision } from '../decision'
import { surrogatePairs } from '../surrogatePairs'
import { withoutWords } from './asItWas'

/**
 * Decisions with offsets in UTF-16 units where another program wrote them, which knows code points alone. It makes a difference only
 * where the text has characters beyond U+FFFF, and an anchor changes only where its words and what is around them are. The same object
 * where nothing changes.
 */
export function withUtf16(decisions: readonly Decision[], text: string): readonly Decision[] {
  if (decisions.length === 0) return decisions
  const pairs = surrogatePairs(text)
  if (!pairs.length) return decisions
  const found = decisions.map((decision) => mapAnchors(decision, (anchor) => inUtf16(anchor, text, pairs)))
  return found.every((decision, index) => decision === decisions[index]) ? decisions : found
}

function inUtf16(anchor: Anchor, text: string, pairs: readonly number[]): Anchor {
  const { exact, prefix, suffix } = anchor
  if (text.startsWith(exact, anchor.start) || withoutWords(anchor)) return anchor
  const start = utf16Of(anchor.start, pairs)
  const before = start - prefix.length
  return before >= 0 && text.startsWith(prefix + exact + suffix, before)
    ? { ...anchor, start, end: start + exact.length }
    : anchor
}

/** The n-th pair stands n code points before its offset in UTF-16. */
function utf16Of(codePoints: number, pairs: readonly number[]): number {
  return codePoints + firstIndex(pairs.length, (index) => pairs[index]! - index >= codePoints)
}
