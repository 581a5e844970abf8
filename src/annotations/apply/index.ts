export { applyDecisions } from './applyDecisions'
