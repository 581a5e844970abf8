import type { Analysis, ArticleMemory, Engine } from '../analysis'
import type { Article } from '../article'
import { workSlices } from '../util/slices'

/**
 * Analyzes an article in slices of a few milliseconds, so that the thread stays responsive. Gives undefined as soon as
 * `isWanted` returns false. `memory` is what the engine reuses from one version of an article to the next.
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

/** The analysis of a text that cannot be analyzed. */
export const emptyAnalysis: Analysis = { mentions: [], entities: [], quotes: [], links: [] }
