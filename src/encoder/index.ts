// The encoder: a small language model that reads what a sentence says. Pure; weights and kernels are given to it as bytes.
export type { KernelModules } from './graph/kernels'
export {
  foreseeEncoder,
  prepareEncoder,
  type EncoderFiles,
  type EncoderProblem,
  type PreparedEncoder
} from './graph/prepareEncoder'
export type { CueReading, EncoderMemory, EncoderReading } from './reading/encoderReading'
export { firstWords } from './reading/firstWords'
export { labelsOf, wordsWithin } from './reading/labelsOf'
export { openEncoder, type Encoder } from './reading/openEncoder'
export { logProbabilityOf } from './reading/pathWith'
export type { WordRun } from './reading/wordRun'
export { labels, roles, type EncoderSizes, type Head } from './weights/sizes'
