export type * from './corpus'
export { buildCorpus } from './buildCorpus'
export { linkSummaries } from './linkSummaries'
export { summarize, type ArticleSummary } from './summary'
