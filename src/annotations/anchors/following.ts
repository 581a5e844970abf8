import type { Span } from '../../article'
import { anchorsOf, type Anchor, type Decision } from '../decision'
import { withoutWords } from './asItWas'
import type { FollowedSpans } from './followedSpans'
import type { NewText } from './newText'
import { renewedAnchor } from './renewed'

/** What is known of decisions that are being followed. It changes with each edit: an edit must not cost more than it has to. */
export interface Following {
  /** As they were last asked for. */
  decisions: readonly Decision[]
  /** Each decision with the words that it has now, but with the places where it had them when they became these. */
  bases: readonly Decision[]
  /** The anchors of all bases, as `anchorsOf` lists them. */
  readonly anchors: Anchor[]
  /** The first anchor of each decision, and their number. */
  readonly firsts: Int32Array
  /** How many anchors the target of each decision has. */
  readonly pieces: Int32Array
  readonly spans: FollowedSpans
  /** The places of all anchors in `decisions`. */
  shown: FollowedPlaces
  /** The decisions as they were made last. */
  readonly made: MadeDecisions
  /** Anchors that were on no words from the beginning, and say where they had been. */
  strays: ReadonlySet<number>
  /** The period in which each anchor lost its words; 0 where it had none from the beginning. */
  readonly lostIn: Int32Array
  lostCount: number
  /**
   * Anchors whose words were edited, as they were on the words that were decided about: of what was around these, the edits may
   * have left nothing.
   */
  readonly asDecided: Map<number, Anchor>
  /** What was put in, as far as lost words may be there. */
  newText: NewText
  /** Goes up whenever the decisions are asked for after an edit. */
  period: number
}

/** Decisions, the bases that they were made of, and the places that all their anchors have in them. */
export interface MadeDecisions extends FollowedPlaces {
  readonly decisions: Decision[]
  readonly bases: Decision[]
}

export type FollowedPlaces = Pick<FollowedSpans, 'starts' | 'ends'>

export function beginFollowing(decisions: readonly Decision[]): Following {
  const anchors: Anchor[] = []
  const firsts = new Int32Array(decisions.length + 1)
  decisions.forEach((decision, index) => {
    anchors.push(...anchorsOf(decision))
    firsts[index + 1] = anchors.length
  })
  const starts = Int32Array.from(anchors, ({ start }) => start)
  const ends = Int32Array.from(anchors, ({ end }) => end)
  const isLost = Uint8Array.from(anchors, (anchor) => Number(withoutWords(anchor)))
  return {
    decisions,
    bases: decisions,
    anchors,
    firsts,
    pieces: Int32Array.from(decisions, ({ target }) => target.length),
    spans: {
      starts,
      ends,
      offsets: new Int32Array(anchors.length),
      isLost,
      isNearEdit: new Uint8Array(anchors.length),
      isEdited: new Uint8Array(anchors.length)
    },
    shown: { starts: starts.slice(), ends: ends.slice() },
    made: { decisions: [...decisions], bases: [...decisions], starts: starts.slice(), ends: ends.slice() },
    strays: new Set(),
    lostIn: new Int32Array(anchors.length),
    lostCount: isLost.reduce((sum, lost) => sum + lost, 0),
    asDecided: new Map(),
    newText: [],
    period: 1
  }
}

/** Tells the anchors that are not on their words: they follow nothing, but may find them. */
export function setAsideStrays(following: Following, text: string): void {
  const { anchors, spans } = following
  const strays = new Set<number>()
  anchors.forEach(({ exact, start, end }, index) => {
    if (spans.isLost[index] || (end - start === exact.length && text.startsWith(exact, start))) return
    spans.isLost[index] = 1
    spans.starts[index] = spans.ends[index] = Math.max(0, Math.min(text.length, start))
    strays.add(index)
  })
  following.strays = strays
  following.lostCount += strays.size
}

/** An anchor loses its words, which were at a span of the text before. Of edited words it has to keep what they were last. */
export function loseWords(following: Following, index: number, span: Span, textBefore: () => string | undefined): void {
  const { spans, lostIn } = following
  lostIn[index] = following.period
  following.lostCount++
  const before = spans.isEdited[index] ? textBefore() : undefined
  if (before !== undefined) renewAnchor(following, index, before, span)
}

/** Makes an anchor anew at its place in a text, and keeps what it was while its words were those that were decided about. */
export function renewAnchor({ anchors, asDecided }: Following, index: number, text: string, span: Span): Anchor {
  const known = anchors[index]!
  const renewed = renewedAnchor(text, known, span)
  anchors[index] = renewed
  if (renewed.was === undefined) asDecided.delete(index)
  else if (known.was === undefined) asDecided.set(index, known)
  return renewed
}
