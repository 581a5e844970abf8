import { corpusIndex, type ArticleSummary, type Corpus } from '../../corpus'
import { inSlices } from '../../util/slices'
import type { Steps } from '../../util/steps'

/** `linkSummaries` in slices of time. Undefined when `isWanted` says that nobody waits any more. */
export function linkInSlices(
  summaries: readonly ArticleSummary[],
  isWanted: () => boolean
): Promise<Corpus | undefined> {
  return inSlices(steps(summaries), isWanted)
}

function* steps(summaries: readonly ArticleSummary[]): Steps<Corpus> {
  const index = corpusIndex()
  for (const summary of [...summaries].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))) {
    index.put(summary)
    yield
  }
  yield* index.prepare()
  return index.corpus()
}
