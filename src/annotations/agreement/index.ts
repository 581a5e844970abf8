export type * from './comparison'
export { placedLayers, type PlacedLayers } from './placedLayers'
export { compareLayers } from './compareLayers'
export type { AgreementFigures } from './figures'
export type { Figure } from './ratings'
export { spanFigures, type SpanCounts, type SpanFigures } from './spanMatches'
export {
  canTakeBoth,
  canTakeNeither,
  decideAnew,
  placesOf,
  settled,
  settlements,
  suggestionOf,
  takeAgreements,
  takeSides,
  type Choice,
  type NewDecision
} from './settling'
export { agreementRows, rowName, type AgreementRow } from './agreementRows'
export { sideFacts, sideText, wordsOf, type SideFacts } from './sideFacts'
