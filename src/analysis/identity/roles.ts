import { flatMapped } from '../../util/mapped'
import { namesRole, nounSense, type Gender } from './lexicon/nouns'
import { titleSense } from './lexicon/titles'
import { agentOf } from './lexicon/agents'
import { isAddress } from './names/nameKey'
import { determiner, endsNounPhrase, startsNoNounPhrase } from './lexicon/words'
import { isPossessive, tokenFrom, wordAt, type ArticleTables } from './articleTables'
import type { Actor, Role } from './discourse'
import type { Reference } from './references/reference'
import { standingOf, type Standing } from './standing'

/** What the words around a name say about its bearer; filled while they are read. */
export interface Introduction {
  readonly roles: Role[]
  gender: Gender | null
}

/** Reads titles before a name ("former ambassador"), an apposition after it (", a lawyer from Oslo,") and "(D-Ohio)". */
export function introduction(tables: ArticleTables, reference: Reference): Introduction {
  const { tokens } = tables.article
  const found: Introduction = { roles: [], gender: null }
  readRoles(tables, titleStart(tables, reference.first), addressEnd(tables, reference), found)
  const after = nameEnd(tables, reference)
  const following = tokens[after]?.text
  found.roles.push(...agentRoles(tables, following === ',' ? relativeOf(tables, after + 1) : after))
  // "Ana Silk, whose son was hurt," is not a son.
  if (following === ',' && wordAt(tables, after + 1) !== 'whose')
    readRoles(tables, after + 1, appositionEnd(tables, after), found)
  else if (following === '(') {
    const party = /^([DR])\b/.exec(tokens[after + 1]?.text ?? '')?.[1]
    if (party)
      found.roles.push({ family: party === 'D' ? 'democrat' : 'republican', standing: 'holds', words: noWords })
  }
  const described = tables.names[reference.name]!.description
  if (described)
    readRoles(
      tables,
      tokenFrom(tables.article, described.start),
      Math.min(tokenFrom(tables.article, described.end - 1) + 1, tokens.length),
      found
    )
  return { ...found, roles: withPlace(found.roles, ofPlace(tables, after)) }
}

/** "Mayor Carl Voss of Alder": the words of the name behind "of"; none where none follows. */
function ofPlace(tables: ArticleTables, after: number): readonly string[] {
  const name = tables.names[tables.nameAt[after + 1] ?? -1]
  if (wordAt(tables, after) !== 'of' || !name) return []
  return tables.article.text.slice(name.start, name.end).toLowerCase().split(' ')
}

function withPlace(roles: Role[], words: readonly string[]): Role[] {
  return words.length === 0 ? roles : roles.map((role) => ({ ...role, words: new Set([...role.words, ...words]) }))
}

/** "who mediates between them": what somebody does tells what they may be called. `at` is the place of "who". */
export function agentRoles(tables: ArticleTables, at: number): readonly Role[] {
  if (wordAt(tables, at) !== 'who') return []
  for (let verb = at + 1; verb <= at + 3; verb++) {
    const family = agentOf(wordAt(tables, verb))
    if (family) return [{ family, standing: 'holds', words: noWords }]
    if (tables.nameAt[verb] === undefined || tables.nameAt[verb]! >= 0) break
  }
  return []
}

/** "who" right behind a comma, or behind the apposition that the comma opens. */
function relativeOf(tables: ArticleTables, first: number): number {
  if (wordAt(tables, first) === 'who' || !determiner(wordAt(tables, first))) return first
  let at = first
  while (
    at < first + longestDescription &&
    at < tables.article.tokens.length &&
    wordAt(tables, at) !== 'who' &&
    tables.article.tokens[at]!.kind !== 'punctuation'
  )
    at++
  return at
}

/** A recogniser may take the form of address for a part of the name. */
function addressEnd(tables: ArticleTables, { first, name }: Reference): number {
  let at = first
  while (tables.nameAt[at + 1] === name && isAddress(wordAt(tables, at))) at++
  return at
}

const noWords: ReadonlySet<string> = new Set()
const longestDescription = 24

/** Notes the person nouns and titles among tokens [first, end), up to the complement of the first one. */
function readRoles(tables: ArticleTables, first: number, end: number, found: Introduction): void {
  const { tokens } = tables.article
  const last = Math.min(end, first + longestDescription)
  let words: ReadonlySet<string> | undefined
  for (let at = first; at < last; at++) {
    const word = tokens[at]!.text
    if (words && endsNounPhrase(word) && word !== 'and') return
    // "The mayor's wife" is no mayor.
    if (isPossessive(tables, at)) continue
    const sense = nounSense(word)
    const title = sense ? undefined : titleSense(word)
    const family = sense ? (sense.kind === 'person' && sense.number === 'one' ? sense.family : null) : title?.family
    const gender = (sense?.number === 'one' ? sense.gender : null) ?? title?.gender
    if (gender) found.gender ??= gender
    if (family)
      found.roles.push({ family, standing: standingOf(tables, at), words: (words ??= wordSet(tables, first, last)) })
  }
}

/** What a body's own name says it is: "Example Trade Commission" is a commission. */
export function rolesOfName(words: readonly string[]): readonly Role[] {
  const set = new Set(words)
  return flatMapped(words, (word) => {
    const sense = nounSense(word)
    return sense?.kind === 'organization' ? [{ family: sense.family, standing: 'holds', words: set }] : []
  })
}

/**
 * True when a description with this head can mean somebody who has the role. Who is described by a past office may have been
 * told of while in it.
 */
export function canBeCalled(actor: Actor, family: string, standing: Standing): boolean {
  return actor.roles.some(
    (role) =>
      namesRole(family, role.family) &&
      (role.standing === standing || (standing === 'former' && role.standing === 'holds'))
  )
}

/** Where the title before a name begins; a title's last word is itself a role ("Foreign Minister", "Sen."). */
function titleStart(tables: ArticleTables, name: number): number {
  const { tokens } = tables.article
  let first = name
  const last = wordAt(tables, name - 1) === '.' ? name - 2 : name - 1
  if (last < 0 || (!nounSense(wordAt(tables, last)) && !titleSense(wordAt(tables, last)))) return first
  for (let at = name - 1; at >= Math.max(0, name - 6) && tables.sentenceAt[at] === tables.sentenceAt[name]; at--) {
    const text = tokens[at]!.text
    if (text === '.') continue
    if (tokens[at]!.kind !== 'word' || determiner(text) || startsNoNounPhrase(text)) break
    first = at
  }
  return first
}

function nameEnd(tables: ArticleTables, reference: Reference): number {
  let at = reference.first
  while (at < tables.article.tokens.length && tables.nameAt[at] === reference.name) at++
  return at
}

/** The end of ", the former mayor of Oslo," after a name; the comma's own place when no apposition follows. */
function appositionEnd(tables: ArticleTables, comma: number): number {
  const { tokens } = tables.article
  if (tokens[comma]?.text !== ',') return comma + 1
  // ", now coach of the side,"
  const opening = timeWords.has(wordAt(tables, comma + 1)) ? comma + 2 : comma + 1
  const first = tokens[opening]
  if (!first || (startsNoNounPhrase(first.text) && !determiner(first.text)) || !opensApposition(tables, opening))
    return comma + 1
  let end = comma + 1
  while (
    end < Math.min(tokens.length, comma + 24) &&
    tables.sentenceAt[end] === tables.sentenceAt[comma] &&
    tokens[end]!.kind !== 'punctuation'
  )
    end++
  return end
}

const timeWords = new Set(['now', 'then', 'currently', 'once', 'formerly'])

function opensApposition(tables: ArticleTables, at: number): boolean {
  const kind = determiner(tables.article.tokens[at]!.text)
  if (kind) return true
  for (let next = at; next < Math.min(tables.article.tokens.length, at + 5); next++) {
    const word = tables.article.tokens[next]!.text
    if (nounSense(word)?.kind === 'person') return true
    if (tables.article.tokens[next]!.kind === 'punctuation' || startsNoNounPhrase(word)) return false
  }
  return false
}

function wordSet(tables: ArticleTables, first: number, end: number): ReadonlySet<string> {
  const words = new Set<string>()
  for (let at = first; at < end; at++) words.add(wordAt(tables, at).toLowerCase())
  return words
}
