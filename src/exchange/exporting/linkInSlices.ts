import { linkSteps, orderedById, type ArticleSummary, type Corpus } from '../../corpus'
import { inSlices } from '../../util/slices'

/** `linkSummaries` in slices of time. Undefined when `isWanted` says that nobody waits any more. */
export function linkInSlices(
  summaries: readonly ArticleSummary[],
  isWanted: () => boolean
): Promise<Corpus | undefined> {
  const sorted = orderedById(summaries)
  return inSlices(linkSteps({ quoted: () => sorted, summaries: () => sorted }), isWanted)
}
