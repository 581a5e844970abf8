import type { Analysis, ArticleMemory, Engine } from '../analysis'
import { readArticle, type Article, type ArticleFormat } from '../article'
import { workSlices } from '../util/slices'

export interface ReadText {
  readonly article: Article
  readonly analysis: Analysis
}

/**
 * Reads and analyses a text in slices of a few milliseconds; undefined as soon as `isWanted` says that nobody waits any more.
 * `memory` is what the engine keeps from one version of an article to the next.
 */
export async function analyzeText(
  engine: Engine,
  text: string,
  format: ArticleFormat,
  isWanted: () => boolean,
  memory?: ArticleMemory
): Promise<ReadText | undefined> {
  const slices = workSlices()
  const article = readArticle(text, format)
  const steps = engine.analyzeInSteps(article, undefined, memory)
  for (;;) {
    await slices.rest()
    if (!isWanted()) return undefined
    const step = steps.next()
    if (step.done) return { article, analysis: step.value }
  }
}

/** What stands for the analysis of a text that cannot be analysed. */
export function nothingRead(format: ArticleFormat): ReadText {
  return { article: readArticle('', format), analysis: { mentions: [], entities: [], quotes: [], links: [] } }
}
