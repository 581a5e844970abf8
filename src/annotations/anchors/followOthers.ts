import type { Anchor, Decision } from '../decision'
import { beginFollowing, type Following } from './following'
import { atTheirPlaces } from './renewDecisions'

/**
 * What is followed without some of the decisions, and with others behind them, which are on their words. Nothing may have been
 * edited since the decisions were asked for. What is known of those that stay is copied, which is much faster than looking at
 * them again.
 */
export function followOthers(
  following: Following,
  isEnded: (index: number) => boolean,
  begun: readonly Decision[]
): Following {
  const more = beginFollowing(begun)
  const decisions: number[] = []
  const anchors: number[] = []
  const firsts = [0]
  for (let index = 0; index < following.bases.length; index++) {
    if (isEnded(index)) continue
    decisions.push(index)
    for (let at = following.firsts[index]!; at < following.firsts[index + 1]!; at++) anchors.push(at)
    firsts.push(anchors.length)
  }
  const ofDecisions = <T>(known: readonly T[], others: readonly T[]) => [
    ...decisions.map((index) => known[index]!),
    ...others
  ]
  const strays = new Set<number>()
  anchors.forEach((at, index) => {
    if (following.strays.has(at)) strays.add(index)
  })
  const asDecided = new Map<number, Anchor>()
  if (following.asDecided.size > 0)
    anchors.forEach((at, index) => {
      const known = following.asDecided.get(at)
      if (known) asDecided.set(index, known)
    })
  const next: Following = {
    decisions: [],
    bases: ofDecisions(following.bases, more.bases),
    anchors: [...anchors.map((at) => following.anchors[at]!), ...more.anchors],
    firsts: Int32Array.from([...firsts, ...Array.from(more.firsts.subarray(1), (first) => anchors.length + first)]),
    pieces: copied(following.pieces, decisions, more.pieces),
    spans: {
      starts: copied(following.spans.starts, anchors, more.spans.starts),
      ends: copied(following.spans.ends, anchors, more.spans.ends),
      offsets: copied(following.spans.offsets, anchors, more.spans.offsets),
      isLost: copied(following.spans.isLost, anchors, more.spans.isLost),
      isNearEdit: copied(following.spans.isNearEdit, anchors, more.spans.isNearEdit),
      isEdited: copied(following.spans.isEdited, anchors, more.spans.isEdited)
    },
    shown: {
      starts: copied(following.shown.starts, anchors, more.shown.starts),
      ends: copied(following.shown.ends, anchors, more.shown.ends)
    },
    made: {
      decisions: ofDecisions(following.made.decisions, more.made.decisions),
      bases: ofDecisions(following.made.bases, more.made.bases),
      starts: copied(following.made.starts, anchors, more.made.starts),
      ends: copied(following.made.ends, anchors, more.made.ends)
    },
    strays,
    lostIn: copied(following.lostIn, anchors, more.lostIn),
    lostCount: 0,
    asDecided,
    newText: following.newText,
    period: following.period
  }
  next.lostCount = next.spans.isLost.reduce((sum, lost) => sum + lost, 0)
  next.decisions = atTheirPlaces(next)
  return next
}

function copied<Values extends Int32Array | Uint8Array>(
  known: Values,
  places: readonly number[],
  more: Values
): Values {
  const values =
    known instanceof Int32Array
      ? new Int32Array(places.length + more.length)
      : new Uint8Array(places.length + more.length)
  places.forEach((at, index) => {
    values[index] = known[at]!
  })
  values.set(more, places.length)
  return values as Values
}
