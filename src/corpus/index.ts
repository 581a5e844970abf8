export type * from './corpus'
export {
  digestArticle,
  digestQuotes,
  digestWords,
  entityCounts,
  quoteFacts,
  type ArticleDigest,
  type EntityCounts,
  type QuoteFacts
} from './articleDigest'
export {
  isRecord,
  packRecord,
  recordAnalysis,
  recordDigest,
  recordSummary,
  recordText,
  type ArticleRecord
} from './articleRecord'
export { buildCorpus, linkSummaries } from './buildCorpus'
export { corpusIndex, type CorpusIndex } from './corpusIndex'
export { packCorpus, unpackCorpus } from './packedCorpus'
export { pool, type Pool } from './packedSummary'
export { summarize, type ArticleSummary } from './summary'
