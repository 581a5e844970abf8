import type { Decided } from './decided'
import type { PlacedDecision } from './placement'

/** The decisions on an article that somebody has to look at, by id: what lists of a whole folder need, without applying any. */
export interface WaitingDecisions {
  /** In order of the text. */
  readonly all: readonly string[]
  /** Those of them that are nowhere in the text: they say nothing of it. */
  readonly lost: readonly string[]
}

export function waitingDecisions({ decisions }: Pick<Decided, 'decisions'>): WaitingDecisions {
  const waiting = decisions.filter(waitsForReview)
  const idOf = ({ decision }: PlacedDecision) => decision.id
  return { all: waiting.map(idOf), lost: waiting.filter(({ isInText }) => !isInText).map(idOf) }
}

/** Whether somebody has to look whether it still holds. */
export function waitsForReview({ state }: PlacedDecision): boolean {
  return state === 'changed' || state === 'ambiguous' || state === 'orphan'
}
