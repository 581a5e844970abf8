export { acronymsOf, bodyKey, isAcronym, placeKey, wellKnownKey } from './bodyNames'
export { personWords, wordsOf } from './nameKey'
export { compatiblePersons, givenNamesKept, givenNamesSought } from './personNames'
export { officesAgree, officesOf, officesOfOneField } from './offices'
