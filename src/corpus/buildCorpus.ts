import type { AnalyzedText } from '../analysis'
import type { Corpus } from './corpus'
import { corpusIndex } from './corpusIndex'
import { summarize, type ArticleSummary } from './summary'

/** Links the articles of a folder: the same people, bodies and places across them, and reused quotes. */
export function buildCorpus(articles: readonly AnalyzedText[]): Corpus {
  return linkSummaries(articles.map(summarize))
}

/** Like `buildCorpus`, of summaries, so that texts and analyses need not be kept in memory. */
export function linkSummaries(summaries: readonly ArticleSummary[]): Corpus {
  const index = corpusIndex()
  // In order of article, so that the index's ordered lists only grow at their ends, which is fast.
  for (const summary of [...summaries].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))) index.put(summary)
  return index.corpus()
}
