import type { Span } from '../../article'
import { anchorsOf, type Anchor, type Decision } from '../decision'
import type { PlacedDecision, Placement } from '../placement'

/** The anchor of a span of a text. */
export function anchorAt(text: string, { start, end }: Span): Anchor {
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(end, end + 32)
  }
}

/** Where decisions are in a text: those whose words are where they were; the others are nowhere. */
export function placeDecisions(text: string, decisions: readonly Decision[]): readonly PlacedDecision[] {
  return decisions.map((decision) => {
    const placements = anchorsOf(decision).map(({ start, end, exact }): Placement =>
      text.slice(start, end) === exact
        ? { state: 'placed', span: { start, end }, candidates: [] }
        : { state: 'orphan', span: null, candidates: [] }
    )
    const isPlaced = placements.every(({ span }) => span !== null)
    return {
      decision,
      state: isPlaced ? 'placed' : 'orphan',
      placements,
      isInText: placements.slice(0, decision.target.length).every(({ span }) => span !== null)
    }
  })
}
