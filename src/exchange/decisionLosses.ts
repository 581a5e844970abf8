import type { Decision } from '../annotations'
import type { AnnotationDocument } from './document'
import type { ExportInput } from './format'

/**
 * What decisions say that their annotations do not: `accept` (that a suggestion was accepted, or given an identity: it comes back as a
 * mention or quote that somebody added) and `verdict` (that nobody speaks, or whether the file is an article).
 */
export type DecisionLoss = 'accept' | 'verdict'

export const decisionLosses: readonly DecisionLoss[] = ['accept', 'verdict']

/** Counts what of a document's decisions a format does not hold. To be called once for each document. */
export function countDecisionLosses(
  { decisions }: Pick<AnnotationDocument, 'decisions'>,
  { lost }: Pick<ExportInput, 'lost'>,
  kinds: readonly DecisionLoss[] = decisionLosses
): void {
  for (const kind of kinds) {
    const count = decisions.filter(is[kind]).length
    if (count > 0) lost(kind, count)
  }
}

const is: Readonly<Record<DecisionLoss, (decision: Decision) => boolean>> = {
  accept: ({ kind }) => kind === 'accept' || kind === 'identity',
  verdict: (decision) => decision.kind === 'article' || (decision.kind === 'speaker' && decision.who === null)
}
