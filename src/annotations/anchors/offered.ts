import type { Span } from '../../article'
import type { Placement } from '../placement'
import { withoutWords } from './asItWas'
import type { Findings, SearchedText } from './findings'
import type { Seeking } from './rules'
import { leastSimilarLength, type FindSimilar } from './similar'

const mostCandidates = 20

/** What is said of an anchor that has no certain place: where it may be. `expected` is an offset of the source. */
export function offered(
  searched: SearchedText,
  { anchor, sought }: Seeking,
  { rank, best, offsets, areAll }: Findings,
  expected: number,
  similar: FindSimilar
): Placement {
  const at = searched.offsetOf(expected)
  if (offsets.length > 0) {
    if (withoutWords(anchor) && rank < 2) return orphan
    const places = [
      ...[...best].sort((a, b) => b.agreeing - a.agreeing || Math.abs(a.offset - at) - Math.abs(b.offset - at)),
      ...nearest(offsets, at).map((offset) => ({ offset }))
    ]
    const candidates = [...new Set(places.map(({ offset }) => offset))].slice(0, mostCandidates)
    return { state: 'ambiguous', span: null, candidates: candidates.map((offset) => searched.spanAt(sought, offset)) }
  }
  if (!areAll || withoutWords(anchor) || anchor.exact.length < leastSimilarLength) return orphan
  const candidates: readonly Span[] = similar(sought.words, at).map((span) => searched.sourceSpan(span))
  return candidates.length > 0 ? { state: 'changed', span: null, candidates } : orphan
}

const orphan: Placement = { state: 'orphan', span: null, candidates: [] }

/** Ascending offsets in order of their distance, the nearest ones. */
function nearest(offsets: readonly number[], at: number): readonly number[] {
  let after = offsets.findIndex((offset) => offset >= at)
  if (after < 0) after = offsets.length
  let before = after - 1
  const near: number[] = []
  while (near.length < mostCandidates && (before >= 0 || after < offsets.length)) {
    const isAfter = before < 0 || (after < offsets.length && offsets[after]! - at < at - offsets[before]!)
    near.push(isAfter ? offsets[after++]! : offsets[before--]!)
  }
  return near
}
