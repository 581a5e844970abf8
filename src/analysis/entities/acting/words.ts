import { foldedHash } from '../tagger/hashing'

const hash = (word: string) => foldedHash(word, 0, word.length)
const list = (text: string): ReadonlySet<number> => new Set(text.split(/\s+/).filter(Boolean).map(hash))

const modifiers = list(
  'the a an both neighboring neighbouring southern northern eastern western central north south east west nearby'
)
const joints = list('and or , & - / as')
const possessives = list("'s \u2019s ' \u2019")
const prepositions = list(
  'in at from to of with by for against between on into through across over near around within inside outside towards toward under about among via throughout along beyond'
)

const motions =
  list(`travel travels traveled travelled traveling travelling trip trips visit visits visited visiting leave leaves left leaving depart departs departed head heads headed
  heading fly flies flew flown flight flights arrive arrives arrived arriving arrival return returns returned returning go goes went going gone move moved moving drive drove driven
  flee fled fleeing tour toured journey journeys send sends sent ship shipped deploy deployed bound route road sail sailed march marched come came coming enter entered cross crossed crossing`)

export const commaHash = hash(',')

/** Words that stand between a preposition and its place without changing what it governs. */
export function isModifier(word: number): boolean {
  return modifiers.has(word)
}

export function isJoint(word: number): boolean {
  return joints.has(word)
}

export function isPossessive(word: number): boolean {
  return possessives.has(word)
}

export function isPreposition(word: number): boolean {
  return prepositions.has(word)
}

export function isMotion(word: number): boolean {
  return motions.has(word)
}
