export * from './annotationFiles'
export * from './annotationStore'
export { codePointsIn } from './codePoints'
export { readLayer, writeLayer, type LayerFile, type WriteLayerOptions } from './layerFile'
export {
  articleOfLayerPath,
  articleReference,
  annotationsFolder,
  isArticlePath,
  layerPath,
  projectPath
} from './layerPath'
export type { Json, JsonObject } from './json'
export { newId } from './newId'
export { openAnnotationStore } from './openAnnotationStore'
export { codeForm } from './projectForms'
export { readDecision } from './readDecision'
export { readProject, writeProject, type ProjectFile } from './projectFile'
export { isUnreadable, type Read, type Unreadable } from './readFile'
export { classOf, context as annotationContext, motivationOf } from './vocabulary'
export { writeDecision } from './writeDecision'
export { writePassage, writeTarget } from './anchorForm'
