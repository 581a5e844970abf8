export type * from './article'
export { articleFormat } from './articleFormat'
export { decodeText, type DecodedText } from './decodeText'
export { longestArticle, readArticle, readArticleInSteps } from './readArticle'
