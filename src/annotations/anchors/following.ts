import type { Span } from '../../article'
import { anchorsOf, type Anchor, type Decision } from '../decision'
import { withoutWords } from './asItWas'
import type { FollowedSpans } from './followedSpans'
import type { NewText } from './newText'
import { renewedAnchor } from './renewed'

/** What is known of decisions that are being followed. It changes with each edit: an edit must not cost more than it has to. */
export interface Following {
  decisions: readonly Decision[]
  /** The anchors of all decisions, as `anchorsOf` lists them, as they were when `decisions` was made. */
  readonly anchors: Anchor[]
  readonly spans: FollowedSpans
  /** The period in which each anchor lost its words; 0 where it had none from the beginning. */
  readonly lostIn: Int32Array
  lostCount: number
  /** What was put in, as far as lost words may be there. */
  newText: NewText
  /** Goes up whenever the decisions are asked for after an edit. */
  period: number
}

export function beginFollowing(decisions: readonly Decision[]): Following {
  const anchors = decisions.flatMap(anchorsOf)
  const spans: FollowedSpans = {
    starts: Int32Array.from(anchors, ({ start }) => start),
    ends: Int32Array.from(anchors, ({ end }) => end),
    offsets: new Int32Array(anchors.length),
    isLost: Uint8Array.from(anchors, (anchor) => Number(withoutWords(anchor))),
    isNearEdit: new Uint8Array(anchors.length),
    isEdited: new Uint8Array(anchors.length)
  }
  const lostCount = spans.isLost.reduce((sum, isLost) => sum + isLost, 0)
  return { decisions, anchors, spans, lostIn: new Int32Array(anchors.length), lostCount, newText: [], period: 1 }
}

/** Tells the anchors that are not on their words: they follow nothing, but may find them. */
export function setAsideStrays(following: Following, text: string): void {
  const { anchors, spans } = following
  anchors.forEach(({ exact, start, end }, index) => {
    if (spans.isLost[index] || (end - start === exact.length && text.startsWith(exact, start))) return
    spans.isLost[index] = 1
    spans.starts[index] = spans.ends[index] = Math.max(0, Math.min(text.length, start))
    following.lostCount++
  })
}

/** An anchor loses its words, which were at a span of the text before. Of edited words it has to keep what they were last. */
export function loseWords(following: Following, index: number, span: Span, textBefore: () => string | undefined): void {
  const { anchors, spans, lostIn } = following
  lostIn[index] = following.period
  following.lostCount++
  const before = spans.isEdited[index] ? textBefore() : undefined
  spans.isEdited[index] = 0
  if (before !== undefined) anchors[index] = renewedAnchor(before, anchors[index]!, span)
}
