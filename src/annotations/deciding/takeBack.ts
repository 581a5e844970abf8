import type { Span } from '../../article'
import type { Anchor, Decision } from '../decision'
import type { Edit } from '../step'
import { changes } from './changes'
import { isOwn, type Deciding } from './facts'

/** Deletes decisions of the annotator's: what was decided there is a suggestion again, or gone. */
export function takeBack(deciding: Deciding, decisions: readonly Decision[]): readonly Edit[] {
  const made = changes()
  for (const decision of decisions) made.remove(deciding, decision)
  return made.edits()
}

/**
 * What the annotator decided about the words at a span, the innermost first: about a place that holds it, or of several
 * words any that touch it. Codes and memos have their own ways out.
 */
export function ownDecisionsAt(deciding: Deciding, span: Span): readonly Decision[] {
  const placed = deciding.article.decided?.decisions
  const decisions = placed ? placed.filter(({ isInText }) => isInText).map(({ decision }) => decision) : deciding.own
  return decisions
    .filter((decision) => decision.kind !== 'code' && decision.kind !== 'memo' && isOwn(deciding, decision))
    .filter((decision) => placesOf(decision).some(({ start, end }) => start <= span.end && end >= span.start))
    .sort((a, b) => lengthOf(a) - lengthOf(b))
}

/** The target, and the parts of a quote that were set with it. */
function placesOf(decision: Decision): readonly Anchor[] {
  return decision.kind === 'quote'
    ? [...decision.target, ...(decision.cue ?? []), ...(decision.source ?? [])]
    : decision.target
}

function lengthOf({ target }: Decision): number {
  return (target.at(-1)?.end ?? 0) - (target[0]?.start ?? 0)
}
