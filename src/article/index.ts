export type * from './article'
