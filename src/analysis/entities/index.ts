export { loadEntityModels, type EntityModels } from './models'
export { prominence, type Gazetteer } from './gazetteer'
export { recognizeNames } from './recognizeNames'
export { resolvePlaces } from './resolvePlaces'
