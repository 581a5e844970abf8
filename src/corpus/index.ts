export type * from './corpus'
export { buildCorpus, linkSummaries } from './buildCorpus'
export { corpusIndex, type CorpusIndex } from './corpusIndex'
export { summarize, type ArticleSummary } from './summary'
