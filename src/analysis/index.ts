export type * from './analysis'
export { loadEngine, type ArticleMemory, type Engine } from './engine'
/** How names are compared, for those who compare them across articles. */
export * as nameForms from './identity/names'
export type * from './analyzedArticle'
export { factKeys, type FactKeys } from './factKeys'
