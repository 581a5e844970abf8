export * from './annotationFiles'
export * from './annotationStore'
