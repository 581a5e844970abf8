import type { Analysis } from '../analysis'
import type { Decided, Decision } from '../annotations'
import type { Span } from '../article'

/** Words that were decided about and have to be looked at again. */
export interface ReviewSpan extends Span {
  readonly decision: Decision
  /** `changed`: the words were edited. `ambiguous`: they may be meant, and so may others. */
  readonly state: 'changed' | 'ambiguous'
}

/** The mentions that somebody has decided about, in order of the text; of equal ones one. */
export function decidedMentions({ mentions }: Analysis): readonly Span[] {
  const spans = new Map<string, Span>()
  for (const { start, end, decidedBy } of mentions)
    if (decidedBy !== undefined) spans.set(`${start}-${end}`, { start, end })
  return [...spans.values()]
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
