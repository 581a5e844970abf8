import type { Analysis, ArticleMemory, Engine } from '../analysis'
import type { Article } from '../article'
import { workSlices } from '../util/slices'

/**
 * Analyzes an article in slices of a few milliseconds; undefined as soon as `isWanted` says that nobody waits any more.
 * `memory` is what the engine keeps from one version of an article to the next.
 */
export async function analyzeInSlices(
  engine: Engine,
  article: Article,
  isWanted: () => boolean,
  memory?: ArticleMemory
): Promise<Analysis | undefined> {
  const slices = workSlices()
  const steps = engine.analyzeInSteps(article, undefined, memory)
  for (;;) {
    await slices.rest()
    if (!isWanted()) return undefined
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Stands for the analysis of a text that cannot be analyzed. */
export const emptyAnalysis: Analysis = { mentions: [], entities: [], quotes: [], links: [] }
