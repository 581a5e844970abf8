import { firstIndex } from '../../util/binarySearch'
import { mapAnchors, type Anchor, type Decision } from '../decision'
import { lazyDecisions } from '../decisionList'
import { isEqualAnchor } from './isEqualAnchor'
import { renewAnchor, type FollowedPlaces, type Following } from './following'
import { movedDecision } from './movedDecision'

/**
 * Makes the decisions that are now. A keystroke moves thousands of them: only those are made at once whose words, or what is
 * around these, may be different, the others when somebody looks at them.
 */
export function renewDecisions(following: Following, text: string): void {
  const { spans, shown } = following
  const isRenewed = renewBases(following, text)
  const places = { starts: spans.starts.slice(), ends: spans.ends.slice() }
  if (!isRenewed && isSame(shown.starts, places.starts) && isSame(shown.ends, places.ends)) return
  following.shown = places
  following.decisions = atTheirPlaces(following)
}

/** The decisions at the places that are shown, each made when somebody looks at it. */
export function atTheirPlaces(following: Following): readonly Decision[] {
  const { bases, made, firsts, strays, shown } = following
  const places = strays.size > 0 ? { ...shown, stays: strays } : shown
  return lazyDecisions({
    ...targetPlaces(following),
    at(index) {
      const base = bases[index]!
      const isOfBase = made.bases[index] === base
      // From the one that was made last, so that a decision stays the same object where it did not move since.
      const last = isOfBase ? made.decisions[index]! : base
      let isSame = isOfBase
      for (let at = firsts[index]!; at < firsts[index + 1]!; at++) {
        if (made.starts[at] === shown.starts[at] && made.ends[at] === shown.ends[at]) continue
        isSame = false
        made.starts[at] = shown.starts[at]!
        made.ends[at] = shown.ends[at]!
      }
      if (isSame) return last
      made.bases[index] = base
      return (made.decisions[index] = movedDecision(last, firsts[index]!, places))
    },
    base: (index) => bases[index]!
  })
}

/** The first and the last place of each target. */
function targetPlaces({ anchors, firsts, pieces, strays, shown }: Following): FollowedPlaces {
  const starts = new Int32Array(pieces.length).fill(-1)
  const ends = new Int32Array(pieces.length).fill(-1)
  for (let index = 0; index < pieces.length; index++) {
    const first = firsts[index]!
    const last = first + pieces[index]! - 1
    if (last < first) continue
    starts[index] = strays.has(first) ? anchors[first]!.start : shown.starts[first]!
    ends[index] = strays.has(last) ? anchors[last]!.end : shown.ends[last]!
  }
  return { starts, ends }
}

/** Decisions with their present words. Whether there are others than before. */
function renewBases(following: Following, text: string): boolean {
  const { firsts, spans } = following
  let bases: Decision[] | undefined
  for (let next = spans.isNearEdit.indexOf(1); next >= 0; next = spans.isNearEdit.indexOf(1, next)) {
    const index = firstIndex(following.bases.length, (one) => firsts[one + 1]! > next)
    const first = firsts[index]!
    const end = firsts[index + 1]!
    const base = following.bases[index]!
    let at = first
    const renewed = mapAnchors(base, (anchor) => {
      const now = renewedAt(following, at++, text)
      return isEqualAnchor(now, anchor) ? anchor : now
    })
    spans.isNearEdit.fill(0, first, end)
    spans.isEdited.fill(0, first, end)
    if (renewed === base) continue
    bases ??= [...following.bases]
    bases[index] = renewed
  }
  following.bases = bases ?? following.bases
  return bases !== undefined
}

function renewedAt(following: Following, at: number, text: string): Anchor {
  const { anchors, spans } = following
  if (spans.isLost[at]) return anchors[at]!
  const renewed = renewAnchor(following, at, text, { start: spans.starts[at]!, end: spans.ends[at]! })
  // Half a character has become a whole one.
  spans.starts[at] = renewed.start
  spans.ends[at] = renewed.end
  return renewed
}

function isSame(a: Int32Array, b: Int32Array): boolean {
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false
  return true
}
