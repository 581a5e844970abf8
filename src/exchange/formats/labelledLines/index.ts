export { doccano } from './doccano'
export { prodigy } from './prodigy'
