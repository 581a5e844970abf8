import type { Corpus, CorpusArticle } from './corpus'
import { linkSummaries } from './linkSummaries'
import { summarize } from './summary'

/** Links the articles of a folder: the same people, bodies and places across them, and quotes that are the same one again. */
export function buildCorpus(articles: readonly CorpusArticle[]): Corpus {
  return linkSummaries(articles.map(summarize))
}
