import type { Decided, Decision } from '../annotations'
import type { Span } from '../article'

/** Words that were decided about and have to be looked at again. */
export interface ReviewSpan extends Span {
  readonly decision: Decision
  /** `changed`: the words were edited. `ambiguous`: they may be meant, and so may others. */
  readonly state: 'changed' | 'ambiguous'
}

/** Where decisions wait for a review. What is nowhere in the text has no span; the sidebar lists it. */
export function reviewSpans({ decisions }: Decided): readonly ReviewSpan[] {
  return decisions.flatMap(({ decision, placements }) =>
    placements.flatMap(({ state, span, candidates }): readonly ReviewSpan[] => {
      if (state !== 'changed' && state !== 'ambiguous') return []
      return (span ? [span] : candidates).map(({ start, end }) => ({ start, end, decision, state }))
    })
  )
}
