export type * from './analysis'
export { loadEngine, type Engine } from './engine'
