import type { Span } from '../article'
import type { Decision } from './decision'

/**
 * What has become of an anchor. `placed`: its words are where they were. `moved`: the very words were found elsewhere, and only
 * there with what stands around them. `changed`: the words were edited, or only almost these words were found. `ambiguous`:
 * the words are there several times, or among wholly other words, and nothing tells whether they are meant. `orphan`: they are not in the text.
 */
export type PlacementState = 'placed' | 'moved' | 'changed' | 'ambiguous' | 'orphan'

export interface Placement {
  readonly state: PlacementState
  /** Where it is now: of `placed`, `moved`, and of `changed` where it followed an edit. Null: it is nowhere until somebody says so. */
  readonly span: Span | null
  /** Where it may be, likeliest first: of `changed` and `ambiguous`. Offered, never taken. */
  readonly candidates: readonly Span[]
}

/** A decision with what has become of it. It holds in the text where `isInText`. */
export interface PlacedDecision {
  /** With its anchors as they are in the present text; those that are nowhere as they were. */
  readonly decision: Decision
  /** The worst of its anchors' states, in the order of `PlacementState`; of one about the whole article `placed`. */
  readonly state: PlacementState
  /** In the order of `anchorsOf`. */
  readonly placements: readonly Placement[]
  /** Whether all of its target has a place. */
  readonly isInText: boolean
}
