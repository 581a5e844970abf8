import type { AnalyzedArticle } from '../../analysis'
import type { Decided, PlacedDecision } from '../../annotations'

/** An article with what researchers have decided about it, where they have. */
export type DecidedArticle = AnalyzedArticle & { readonly decided?: Decided | undefined }

const placedOf = new WeakMap<Decided, ReadonlyMap<string, PlacedDecision>>()

/** What has become of a decision; undefined for one that is not there. */
export function placedDecision(decided: Decided, id: string): PlacedDecision | undefined {
  let placed = placedOf.get(decided)
  if (!placed) placedOf.set(decided, (placed = new Map(decided.decisions.map((one) => [one.decision.id, one]))))
  return placed.get(id)
}
