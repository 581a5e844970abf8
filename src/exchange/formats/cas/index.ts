export { uimaJson } from './casJson'
export { uimaXmi } from './casXmi'
