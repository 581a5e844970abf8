export type {
  Corpus,
  CorpusEntity,
  CorpusParts,
  CorpusSuggestion,
  EntityReference,
  QuoteReference,
  SpokenQuote
} from './corpus'
export { firstMembers } from './compactEntities'
export { corpusOf } from './linkedCorpus'
export { describedEntities, type DescribedEntity } from './describedEntities'
export { byDescriptionRank } from './descriptionRank'
export {
  digestArticle,
  digestEntities,
  digestEntityNumbers,
  digestQuotes,
  digestWords,
  entityCounts,
  entityPlace,
  mentionsAt,
  quoteFacts,
  type ArticleDigest,
  type EntityCounts,
  type QuoteFacts
} from './articleDigest'
export {
  isRecord,
  linkedLength,
  packRecord,
  recordAnalysis,
  recordDescribed,
  recordDigest,
  recordEntities,
  recordExtents,
  recordFacts,
  recordHead,
  recordQuotes,
  recordSearchText,
  recordSource,
  recordSubjects,
  recordSummary,
  type ArticleRecord,
  type RecordAnalysis,
  type RecordFacts
} from './articleRecord'
export { buildCorpus, linkSteps, linkSummaries, orderedById, reuseWithin, type LinkedArticles } from './buildCorpus'
export {
  articleSubjects,
  eachSubject,
  placePositions,
  type ArticleSubjects,
  type PlacePosition
} from './articleSubjects'
export { corpusIndex, type CorpusIndex } from './corpusIndex'
export { entityId, entityNumber } from './entityIds'
export { quoteExtent, quoteExtents, type QuoteExtents } from './quoteExtents'
export { packCorpus, unpackCorpus } from './packedCorpus'
export { longestQuoteShown, searchText, type SearchText } from './searchText'
export { stringPool, type StringPool } from './summaryLines'
export { summarize, summarizeInSteps, type ArticleSummary } from './summary'
export {
  fieldsOf,
  firstRound,
  keyedRecord,
  mapSummary,
  partialRound,
  readTextField,
  secondRound,
  sections,
  shardRecord,
  UnsortedError,
  type FirstRound,
  type KeyedLine,
  type KeyedRecord,
  type ReduceOutputs,
  type SpeakerFacts
} from './keyed'
