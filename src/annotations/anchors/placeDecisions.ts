import { anchorsOf, mapAnchors, type Decision } from '../decision'
import type { PlacedDecision, Placement, PlacementState } from '../placement'
import { placeAnchors } from './placeAnchors'
import { renewedAnchor } from './renewed'

/**
 * Finds the places of decisions in a text, all together, since the ones that are certain tell where the others are. A
 * decision of which nothing moved stays the same object.
 */
export function placeDecisions(text: string, decisions: readonly Decision[]): readonly PlacedDecision[] {
  const anchors = decisions.map(anchorsOf)
  const placements = placeAnchors(text, anchors.flat())
  let next = 0
  return decisions.map((decision, index) => {
    const end = next + anchors[index]!.length
    const own = placements.slice(next, end)
    next = end
    return {
      decision: withPlaces(text, decision, own),
      state: worstOf(own),
      placements: own,
      isInText: own.slice(0, decision.target.length).every(({ span }) => span !== null)
    }
  })
}

function withPlaces(text: string, decision: Decision, placements: readonly Placement[]): Decision {
  let next = 0
  return mapAnchors(decision, (anchor) => {
    const { span } = placements[next++]!
    return span ? renewedAnchor(text, anchor, span) : anchor
  })
}

const states: readonly PlacementState[] = ['placed', 'moved', 'changed', 'ambiguous', 'orphan']

function worstOf(placements: readonly Placement[]): PlacementState {
  return placements.reduce<PlacementState>(
    (worst, { state }) => (states.indexOf(state) > states.indexOf(worst) ? state : worst),
    'placed'
  )
}
