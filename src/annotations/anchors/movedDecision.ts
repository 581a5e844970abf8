import {
  mapAnchors,
  type Anchor,
  type Decision,
  type DecisionKind,
  type DecisionOf,
  type SuggestedMention
} from '../decision'
import { isEqualAnchor } from './isEqualAnchor'

/** Where anchors are, in the order in which they are counted. */
export interface AnchorPlaces {
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Those that stay as they are nevertheless. */
  readonly stays?: ReadonlySet<number>
}

/**
 * A decision with its anchors at other places, the first of them at `first`; the same object where none of them moved. A
 * keystroke moves thousands: what most of them look like is put together field by field, by a function of its own for each kind
 * (an engine reads fields the faster the fewer sorts of objects a function meets), which takes a tenth of the time that spreading
 * them does.
 */
export function movedDecision(decision: Decision, first: number, places: AnchorPlaces): Decision {
  switch (decision.kind) {
    case 'accept':
    case 'reject':
      return movedAnswer(decision, first, places)
    case 'identity':
      return movedIdentity(decision, first, places)
    case 'code':
      return movedCode(decision, first, places)
    case 'memo':
      return movedMemo(decision, first, places)
    case 'mention':
    case 'quote':
    case 'speaker':
    case 'noCode':
    case 'article':
      return movedAnyhow(decision, first, places)
  }
}

function movedAnswer(decision: DecisionOf<'accept' | 'reject'>, first: number, places: AnchorPlaces): Decision {
  const { id, creator, created, target, from, kind } = decision
  if (from?.about !== 'mention' || target.length !== 1 || (decision.modified ?? decision.rejected) !== undefined)
    return movedAnyhow(decision, first, places)
  const known = target[0]!
  const anchor = movedAnchor(known, first, places)
  const suggestion = movedMention(from, known, anchor, first, places)
  if (anchor === known && suggestion === from) return decision
  return { id, creator, created, target: [anchor], from: suggestion, kind } satisfies Every<'accept' | 'reject'>
}

function movedIdentity(decision: DecisionOf<'identity'>, first: number, places: AnchorPlaces): Decision {
  const { id, creator, created, target, from, kind, who } = decision
  if (
    from?.about !== 'mention' ||
    target.length !== 1 ||
    (decision.modified ?? decision.rejected ?? decision.alone) !== undefined
  )
    return movedAnyhow(decision, first, places)
  const known = target[0]!
  const anchor = movedAnchor(known, first, places)
  const suggestion = movedMention(from, known, anchor, first, places)
  if (anchor === known && suggestion === from) return decision
  return { id, creator, created, target: [anchor], from: suggestion, kind, who } satisfies Every<'identity', 'alone'>
}

function movedCode(decision: DecisionOf<'code'>, first: number, places: AnchorPlaces): Decision {
  const { id, creator, created, target, kind, code } = decision
  if (target.length !== 1 || (decision.modified ?? decision.rejected ?? decision.from ?? decision.memo) !== undefined)
    return movedAnyhow(decision, first, places)
  const anchor = movedAnchor(target[0]!, first, places)
  if (anchor === target[0]) return decision
  return { id, creator, created, target: [anchor], kind, code } satisfies Every<'code', 'from' | 'memo'>
}

function movedMemo(decision: DecisionOf<'memo'>, first: number, places: AnchorPlaces): Decision {
  const { id, creator, created, target, kind, text } = decision
  if (target.length !== 1 || (decision.modified ?? decision.rejected ?? decision.from) !== undefined)
    return movedAnyhow(decision, first, places)
  const anchor = movedAnchor(target[0]!, first, places)
  if (anchor === target[0]) return decision
  return { id, creator, created, target: [anchor], kind, text } satisfies Every<'memo', 'from'>
}

/** A suggestion of which the span comes after the one anchor of a target, which was `known` and is `anchor`. */
function movedMention(
  suggestion: SuggestedMention,
  known: Anchor,
  anchor: Anchor,
  first: number,
  places: AnchorPlaces
): SuggestedMention {
  const { about, span, type, acting, entity, rule, confidence } = suggestion
  const isTarget = anchor !== known && isOne(span, known, first, places)
  const moved = isTarget ? anchor : movedAnchor(span, first + 1, places)
  if (moved === span) return suggestion
  return { about, span: moved, type, acting, entity, rule, confidence } satisfies Record<
    keyof SuggestedMention,
    unknown
  >
}

/** Whether a suggestion's span is the target itself, as it mostly is: then one anchor does for both. */
function isOne(span: Anchor, target: Anchor, first: number, { starts, ends, stays }: AnchorPlaces): boolean {
  return (
    starts[first] === starts[first + 1] &&
    ends[first] === ends[first + 1] &&
    stays === undefined &&
    (span === target || isEqualAnchor(span, target))
  )
}

/** All fields of a kind of decision but some: the compiler tells when one is forgotten. */
type Every<Kind extends DecisionKind, Without extends string = never> = Record<
  Exclude<keyof Extract<Decision, { readonly kind: Kind }>, 'modified' | 'rejected' | Without>,
  unknown
>

function movedAnyhow(decision: Decision, first: number, places: AnchorPlaces): Decision {
  let at = first
  return mapAnchors(decision, (anchor) => movedAnchor(anchor, at++, places))
}

function movedAnchor(anchor: Anchor, at: number, { starts, ends, stays }: AnchorPlaces): Anchor {
  const start = starts[at]!
  const end = ends[at]!
  if ((anchor.start === start && anchor.end === end) || stays?.has(at)) return anchor
  const { exact, prefix, suffix, was } = anchor
  return was === undefined ? { exact, prefix, suffix, start, end } : { exact, prefix, suffix, start, end, was }
}
