export type * from './corpus'
