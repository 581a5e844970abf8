import { mapAnchors, type Anchor } from '../decision'
import { withoutWords } from './asItWas'
import type { Following } from './following'
import { renewedAnchor } from './renewed'

/** Makes the decisions anew of which an anchor is not where it was. A keystroke moves thousands of them. */
export function renewDecisions(following: Following, text: string): void {
  const { anchors } = following
  let next = 0
  let isSame = true
  const decisions = following.decisions.map((decision) => {
    const renewed = mapAnchors(decision, (anchor) => {
      const now = anchorNow(following, next, anchor, text)
      anchors[next++] = now
      return now
    })
    if (renewed !== decision) isSame = false
    return renewed
  })
  if (!isSame) following.decisions = decisions
}

/** `shown` is the anchor in the decision as it was; the one in `anchors` may have taken in more since. */
function anchorNow({ anchors, spans, lostIn }: Following, index: number, shown: Anchor, text: string): Anchor {
  const anchor = anchors[index]!
  const start = spans.starts[index]!
  const end = spans.ends[index]!
  if (spans.isLost[index]) {
    // One that never was on its words says where it had been.
    if (lostIn[index] === 0 && !withoutWords(shown)) return shown
    return anchor.start === start && anchor.end === end ? anchor : { ...anchor, start, end }
  }
  if (spans.isNearEdit[index] || spans.isEdited[index]) {
    spans.isNearEdit[index] = 0
    spans.isEdited[index] = 0
    return renewedAnchor(text, anchor, { start, end })
  }
  if (anchor.start === start) return anchor
  const { exact, prefix, suffix, was } = anchor
  return was === undefined ? { exact, prefix, suffix, start, end } : { exact, prefix, suffix, start, end, was }
}
