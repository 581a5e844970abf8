import { flatMapped } from '../../util/mapped'
import { namesRole, nounSense, type Gender } from './lexicon/nouns'
import { titleSense } from './lexicon/titles'
import { agentOf } from './lexicon/agents'
import { isAddress } from './names/nameKey'
import { determiner, endsNounPhrase, startsNoNounPhrase } from './lexicon/words'
import { tokenFrom, wordAt, type Reading } from './reading'
import type { Actor, Role } from './discourse'
import type { Reference } from './references/findReferences'

/** What the words around a name say about its bearer; filled while they are read. */
export interface Introduction {
  readonly roles: Role[]
  gender: Gender | null
}

/** Reads titles before a name ("former ambassador"), an apposition after it (", a lawyer from Oslo,") and "(D-Ohio)". */
export function introduction(reading: Reading, reference: Reference): Introduction {
  const { tokens } = reading.article
  const found: Introduction = { roles: [], gender: null }
  readRoles(reading, titleStart(reading, reference.first), addressEnd(reading, reference), found)
  const after = nameEnd(reading, reference)
  const following = tokens[after]?.text
  found.roles.push(...agentRoles(reading, following === ',' ? relativeOf(reading, after + 1) : after))
  if (following === ',') readRoles(reading, after + 1, appositionEnd(reading, after), found)
  else if (following === '(') {
    const party = /^([DR])\b/.exec(tokens[after + 1]?.text ?? '')?.[1]
    if (party) found.roles.push({ family: party === 'D' ? 'democrat' : 'republican', words: noWords })
  }
  const described = reading.names[reference.name]!.description
  if (described)
    readRoles(
      reading,
      tokenFrom(reading.article, described.start),
      Math.min(tokenFrom(reading.article, described.end - 1) + 1, tokens.length),
      found
    )
  return found
}

/** "who mediates between them": what somebody does tells what they may be called. `at` is the place of "who". */
export function agentRoles(reading: Reading, at: number): readonly Role[] {
  if (wordAt(reading, at) !== 'who') return []
  for (let verb = at + 1; verb <= at + 3; verb++) {
    const family = agentOf(wordAt(reading, verb))
    if (family) return [{ family, words: noWords }]
    if (reading.nameAt[verb] === undefined || reading.nameAt[verb]! >= 0) break
  }
  return []
}

/** "who" right behind a comma, or behind the apposition that the comma opens. */
function relativeOf(reading: Reading, first: number): number {
  if (wordAt(reading, first) === 'who' || !determiner(wordAt(reading, first))) return first
  let at = first
  while (
    at < first + longestDescription &&
    at < reading.article.tokens.length &&
    wordAt(reading, at) !== 'who' &&
    reading.article.tokens[at]!.kind !== 'punctuation'
  )
    at++
  return at
}

/** A recogniser may take the form of address for a part of the name. */
function addressEnd(reading: Reading, { first, name }: Reference): number {
  let at = first
  while (reading.nameAt[at + 1] === name && isAddress(wordAt(reading, at))) at++
  return at
}

const noWords: ReadonlySet<string> = new Set()
const longestDescription = 24

/** Notes the person nouns and titles among tokens [first, end), up to the complement of the first one. */
function readRoles(reading: Reading, first: number, end: number, found: Introduction): void {
  const { tokens } = reading.article
  const last = Math.min(end, first + longestDescription)
  let words: ReadonlySet<string> | undefined
  for (let at = first; at < last; at++) {
    const word = tokens[at]!.text
    if (words && endsNounPhrase(word) && word !== 'and') return
    const sense = nounSense(word)
    const title = sense ? undefined : titleSense(word)
    const family = sense ? (sense.kind === 'person' && sense.number === 'one' ? sense.family : null) : title?.family
    const gender = (sense?.number === 'one' ? sense.gender : null) ?? title?.gender
    if (gender) found.gender ??= gender
    if (family) found.roles.push({ family, words: (words ??= wordSet(reading, first, last)) })
  }
}

/** What a body's own name says it is: "Example Trade Commission" is a commission. */
export function rolesOfName(words: readonly string[]): readonly Role[] {
  const set = new Set(words)
  return flatMapped(words, (word) => {
    const sense = nounSense(word)
    return sense?.kind === 'organization' ? [{ family: sense.family, words: set }] : []
  })
}

/** True when a description with this head can mean somebody who has the role. */
export function canBeCalled(actor: Actor, family: string): boolean {
  return actor.roles.some((role) => namesRole(family, role.family))
}

/** Where the title before a name begins; a title's last word is itself a role ("Foreign Minister", "Sen."). */
function titleStart(reading: Reading, name: number): number {
  const { tokens } = reading.article
  let first = name
  const last = wordAt(reading, name - 1) === '.' ? name - 2 : name - 1
  if (last < 0 || (!nounSense(wordAt(reading, last)) && !titleSense(wordAt(reading, last)))) return first
  for (let at = name - 1; at >= Math.max(0, name - 6) && reading.sentenceAt[at] === reading.sentenceAt[name]; at--) {
    const text = tokens[at]!.text
    if (text === '.') continue
    if (tokens[at]!.kind !== 'word' || determiner(text) || startsNoNounPhrase(text)) break
    first = at
  }
  return first
}

function nameEnd(reading: Reading, reference: Reference): number {
  let at = reference.first
  while (at < reading.article.tokens.length && reading.nameAt[at] === reference.name) at++
  return at
}

/** The end of ", the former mayor of Oslo," after a name; the comma's own place when no apposition follows. */
function appositionEnd(reading: Reading, comma: number): number {
  const { tokens } = reading.article
  if (tokens[comma]?.text !== ',') return comma + 1
  const first = tokens[comma + 1]
  if (!first || (startsNoNounPhrase(first.text) && !determiner(first.text)) || !opensApposition(reading, comma + 1))
    return comma + 1
  let end = comma + 1
  while (
    end < Math.min(tokens.length, comma + 24) &&
    reading.sentenceAt[end] === reading.sentenceAt[comma] &&
    tokens[end]!.kind !== 'punctuation'
  )
    end++
  return end
}

function opensApposition(reading: Reading, at: number): boolean {
  const kind = determiner(reading.article.tokens[at]!.text)
  if (kind) return true
  for (let next = at; next < Math.min(reading.article.tokens.length, at + 5); next++) {
    const word = reading.article.tokens[next]!.text
    if (nounSense(word)?.kind === 'person') return true
    if (reading.article.tokens[next]!.kind === 'punctuation' || startsNoNounPhrase(word)) return false
  }
  return false
}

function wordSet(reading: Reading, first: number, end: number): ReadonlySet<string> {
  const words = new Set<string>()
  for (let at = first; at < end; at++) words.add(wordAt(reading, at).toLowerCase())
  return words
}
