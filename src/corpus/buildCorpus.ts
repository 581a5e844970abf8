import type { AnalyzedText } from '../analysis'
import type { Corpus } from './corpus'
import { corpusIndex } from './corpusIndex'
import { summarize, type ArticleSummary } from './summary'

/** Links the articles of a folder: the same people, bodies and places across them, and quotes that are the same one again. */
export function buildCorpus(articles: readonly AnalyzedText[]): Corpus {
  return linkSummaries(articles.map(summarize))
}

/** The same for articles that are already summarized, whose texts and analyses need not be kept. */
export function linkSummaries(summaries: readonly ArticleSummary[]): Corpus {
  const index = corpusIndex()
  // In order, so that lists grow at their ends.
  for (const summary of [...summaries].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))) index.put(summary)
  return index.corpus()
}
