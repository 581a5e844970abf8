import type { Sieve } from '../discourse'
import { apposition } from './apposition'
import { bodyDescription } from './bodyDescription'
import { definiteDescription } from './definiteDescription'
import { documentOfBody } from './documentOfBody'
import { firstPerson } from './firstPerson'
import { groupDescription } from './groupDescription'
import { headline } from './headline'
import { joinedNames } from './joinedNames'
import { personalPronoun } from './personalPronoun'
import { placeDescription } from './placeDescription'
import { quotedSelf } from './quotedSelf'
import { relativePronoun } from './relativePronoun'
import { sameAnchor } from './sameAnchor'
import { sameDescription } from './sameDescription'
import { speakerDescription } from './speakerDescription'
import { spokenFor } from './spokenFor'
import { writtenName } from './writtenName'

/** In the order in which they are asked: the precise ones first. */
export const sieves: readonly Sieve[] = [
  joinedNames,
  apposition,
  writtenName,
  relativePronoun,
  firstPerson,
  quotedSelf,
  sameAnchor,
  documentOfBody,
  headline,
  spokenFor,
  sameDescription,
  definiteDescription,
  groupDescription,
  placeDescription,
  bodyDescription,
  speakerDescription,
  personalPronoun
]
