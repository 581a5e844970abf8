export { applyDecisions, applyDecisionsInSteps } from './applyDecisions'
