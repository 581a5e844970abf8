export { loadEntityModels, type EntityModels } from './models'
export { prominence, type Gazetteer } from './gazetteer'
export { recognizeNames, recognizeNamesAgain, type RecognizedNames } from './recognizeNames'
export { resolvePlaces } from './resolvePlaces'
