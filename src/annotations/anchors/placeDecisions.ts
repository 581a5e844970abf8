import { finish, mappedInSteps, type Steps } from '../../util/steps'
import { anchorsOf, mapAnchors, type Anchor, type Decision } from '../decision'
import type { PlacedDecision, Placement, PlacementState } from '../placement'
import { asItWas } from './asItWas'
import { placeAnchorsInSteps } from './placeAnchors'
import { renewedAnchor } from './renewed'
import { withUtf16 } from './withUtf16'

/**
 * Finds the places of decisions in a text, all together, since the ones that are certain tell where the others are. A
 * decision of which nothing moved stays the same object.
 */
export function placeDecisions(text: string, decisions: readonly Decision[]): readonly PlacedDecision[] {
  return finish(placeDecisionsInSteps(text, decisions))
}

/** Decisions that are looked at in one step. */
const decisionsPerStep = 500

/** The same in steps. */
export function* placeDecisionsInSteps(text: string, known: readonly Decision[]): Steps<readonly PlacedDecision[]> {
  const decisions = withUtf16(known, text)
  const anchors: Anchor[] = []
  const takeAnchors = (decision: Decision) => {
    const first = anchors.length
    anchors.push(...anchorsOf(decision))
    return first
  }
  const firsts = yield* mappedInSteps(decisions, takeAnchors, decisionsPerStep)
  const placements = yield* placeAnchorsInSteps(text, anchors)
  const placed = (decision: Decision, index: number): PlacedDecision => {
    const first = firsts[index]!
    const own = placements.slice(first, firsts[index + 1] ?? anchors.length)
    const isSame = own.every(({ span }, at) => !span || isUnmoved(text, anchors[first + at]!, span.start))
    return {
      decision: isSame ? decision : withPlaces(text, decision, own),
      state: worstOf(own),
      placements: own,
      isInText: own.slice(0, decision.target.length).every(({ span }) => span !== null)
    }
  }
  return yield* mappedInSteps(decisions, placed, decisionsPerStep)
}

function isUnmoved(text: string, anchor: Anchor, start: number): boolean {
  return anchor.start === start && anchor.was === undefined && asItWas(text, anchor)
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
  let worst = 0
  for (const { state } of placements) if (state !== 'placed') worst = Math.max(worst, states.indexOf(state))
  return states[worst]!
}
