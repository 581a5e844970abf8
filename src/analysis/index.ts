export type * from './analysis'
export { encoderWeights, loadEngine, versionWith, type ArticleMemory, type Engine } from './engine'
/** How names are compared, for those who compare them across articles. */
export * as nameForms from './identity/names'
export type * from './analyzedArticle'
export { factKeys, type FactKeys } from './factKeys'
/** How the engine forms what it says, for those who form it anew of other facts. */
export { descriptionsOf } from './identity/descriptions'
export { isPronoun } from './identity/lexicon/pronouns'
export { linksOf } from './links'
export { quoteKinds } from './quotations/kindInSource'
