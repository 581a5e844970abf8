export { acronymsOf, bodyKey, isAcronym, placeKey, wellKnownKey } from './bodyNames'
export { wordsOf } from './nameKey'
export { compatiblePersons, givenNameKeys } from './personNames'
