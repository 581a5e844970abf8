import type { PlaceRecord } from '../analysis'
import type { Gazetteer } from '../entities'
import { lazy } from '../../util/lazy'
import { flatMapped, mapped } from '../../util/mapped'
import { mappedInSteps, type Steps } from '../../util/steps'
import { givenNameGender, lastNameGender } from './lexicon/givenNames'
import { addressGender } from './names/bearers'
import { chainNames } from './names/nameChains'
import { guessNoun, type Guess } from './lexicon/guessedNouns'
import { nounSense, type Gender, type NounSense } from './lexicon/nouns'
import { determiner, endsNounPhrase } from './lexicon/words'
import { wordAt, type ArticleTables } from './articleTables'
import { agentRoles, introduction, rolesOfName } from './roles'
import { findReferences } from './references/findReferences'
import type { Reference } from './references/reference'
import type { NounPhrase } from './references/nounPhrase'
import { final, type Actor, type Discourse, type Role } from './discourse'
import { become, delayedBody, delayedHeadline, delayedPerson } from './sieves/delayedNaming'
import { groupDescription, twoLastPeople } from './sieves/groupDescription'
import { joinedNames, membersKey } from './sieves/joinedNames'
import { anchorKey, anchorOf } from './sieves/sameAnchor'
import { descriptionKey } from './sieves/sameDescription'
import { sieves } from './sieves'
import { standingBy } from './standing'

const firstMention = 'first-mention'

/** Who a reference is and the sieve that told. */
export interface Resolution {
  readonly actor: Actor
  readonly rule: string
  readonly confidence: number
}

/** All references of an article in order, each with its resolution; null for those that nobody could place. */
export interface Resolved {
  readonly discourse: Discourse
  readonly resolutions: readonly (Resolution | null)[]
}

/** Reads the references in the order of the text and asks the sieves, the precise ones first, who each of them is. */
export function* resolveReferences(tables: ArticleTables, gazetteer: Gazetteer): Steps<Resolved> {
  const discourse = yield* startDiscourse(tables, gazetteer)
  const resolve = (reference: Reference, index: number) => {
    const resolution = resolveOne(reference, index, discourse)
    discourse.resolved.push(resolution?.actor ?? null)
    discourse.headAt[reference.head] = index
    if (resolution) note(reference, index, resolution.actor, discourse)
    return resolution
  }
  const resolutions = yield* mappedInSteps(discourse.references, resolve, referencesPerStep)
  return { discourse, resolutions: mapped(resolutions, (resolution) => resolution && finalResolution(resolution)) }
}

const referencesPerStep = 200

/** Who was new when first described may have got a name since. */
function finalResolution({ actor, rule, confidence }: Resolution): Resolution {
  return actor.sameAs && rule === firstMention
    ? { actor: final(actor), rule: 'delayed-naming', confidence: 0.6 }
    : { actor: final(actor), rule, confidence }
}

function* startDiscourse(tables: ArticleTables, gazetteer: Gazetteer): Steps<Discourse> {
  const references = yield* findReferences(tables)
  const actors: Actor[] = []
  const named: Actor[] = []
  const chains = yield* chainNames(tables.article.text, tables.names)
  yield
  for (const chain of chains) {
    const full = chain.written[0]!
    const addressed = chain.type === 'person' ? addressedGender(tables, chain.mentions) : null
    const actor = newActor(actors, {
      chain,
      type: chain.type,
      number: chain.type === 'group' ? 'many' : 'one',
      gender:
        addressed ??
        (chain.type === 'person' ? (givenNameGender(full.words[0]!) ?? lastNameGender(full.words.at(-1)!)) : null),
      // One word alone may be a last name, and a last name's ending only hints.
      genderSure:
        addressed !== null ||
        (full.words.length > 1 &&
          (givenNameGender(full.words[0]!) !== null || lastNameGender(full.words.at(-1)!) === null)),
      roles: chain.type === 'person' ? [] : flatMapped(chain.written, (written) => rolesOfName(written.words))
    })
    for (const mention of chain.mentions) named[mention] = actor
  }
  yield
  return {
    tables,
    references,
    actors,
    named,
    resolved: [],
    headAt: new Int32Array(tables.article.tokens.length).fill(-1),
    spoken: [],
    byFamily: new Map(),
    byDescription: new Map(),
    byAnchor: new Map(),
    byMembers: new Map(),
    byWritten: new Map(),
    lowerCase: lazy(() => lowerCaseWords(tables)),
    placeKind: placeKinds(tables, gazetteer),
    countryOf: countries(gazetteer)
  }
}

/** Of the words that stand at the beginning of some sentence, since no others are asked for. */
function lowerCaseWords({ article: { tokens, sentences } }: ArticleTables): ReadonlySet<string> {
  const opening = new Set(sentences.map(({ firstToken }) => tokens[firstToken]?.text.toLowerCase() ?? ''))
  const found = new Set<string>()
  for (const { text } of tokens) if (opening.has(text) && /^\p{Ll}/u.test(text)) found.add(text)
  return found
}

/** Each place is looked up when first asked for, and once. */
function placeKinds({ article, names }: ArticleTables, gazetteer: Gazetteer): Discourse['placeKind'] {
  const known = new Map<Actor, PlaceRecord['kind'] | null>()
  return (actor) => {
    let kind = known.get(actor)
    if (kind === undefined) {
      const { start, end } = names[actor.chain!.written[0]!.mentions[0]!]!
      known.set(actor, (kind = gazetteer.lookUp(article.text.slice(start, end))[0]?.kind ?? null))
    }
    return kind
  }
}

function countries(gazetteer: Gazetteer): Discourse['countryOf'] {
  const known = new Map<string, string | null>()
  return (word) => {
    let code = known.get(word)
    if (code === undefined)
      known.set(word, (code = (gazetteer.demonym(word) ?? gazetteer.country(word))?.country ?? null))
    return code
  }
}

/** "Ms Brook" anywhere tells the gender everywhere; null when the text never says so, or says both. */
function addressedGender({ article, names }: ArticleTables, mentions: readonly number[]): Gender | null {
  let found: Gender | null = null
  for (const mention of mentions.slice(0, mentionsAddressed)) {
    const gender = addressGender(article.text, names[mention]!)
    if (gender && found && gender !== found) return null
    found ??= gender
  }
  return found
}

const mentionsAddressed = 40

function newActor(actors: Actor[], known: Partial<Actor>): Actor {
  const actor: Actor = {
    index: actors.length,
    chain: null,
    type: 'person',
    document: false,
    number: null,
    gender: null,
    genderSure: false,
    phrase: null,
    members: [],
    anchor: null,
    lastSpoke: -1,
    hasSaid: false,
    sameAs: null,
    ...known,
    roles: [...(known.roles ?? [])],
    references: []
  }
  actors.push(actor)
  return actor
}

function resolveOne(reference: Reference, index: number, discourse: Discourse): Resolution | null {
  if (reference.name >= 0)
    return {
      actor: final(discourse.named[reference.name]!),
      rule: 'name',
      confidence: discourse.tables.names[reference.name]!.confidence
    }
  for (const sieve of sieves) {
    const actor = sieve.resolve(reference, index, discourse)
    if (actor) return { actor, rule: sieve.rule, confidence: sieve.confidence }
  }
  return introduce(reference, discourse)
}

/** Somebody new: a description or a group that no sieve could place. Pronouns introduce nobody. */
function introduce(reference: Reference, discourse: Discourse): Resolution | null {
  const pair = reference.phrase && twoLastPeople(reference.phrase, discourse, reference.sentence)
  if (reference.members.length > 1 || pair) {
    const members = [
      ...new Set(
        mapped(pair ?? mapped(reference.members, (name) => final(discourse.named[name]!)), (actor) => actor.index)
      )
    ]
    const actor = newActor(discourse.actors, { type: 'group', number: 'many', members, phrase: reference })
    discourse.byMembers.set(membersKey(members), actor)
    return pair
      ? { actor, rule: groupDescription.rule, confidence: 0.5 }
      : { actor, rule: joinedNames.rule, confidence: joinedNames.confidence }
  }
  const { phrase } = reference
  if (!phrase) {
    if (reference.pronoun?.kind !== 'we' || reference.sources.length === 0) return null
    return {
      actor: newActor(discourse.actors, { type: 'group', number: 'many', phrase: reference }),
      rule: firstMention,
      confidence: 0.5
    }
  }
  const { sense } = phrase
  const guess = sense ? describedAs(sense) : hasTurn(reference, discourse) ? somebody : guessSpeaker(phrase, discourse)
  if (!guess) return null
  const actor = newActor(discourse.actors, {
    ...guess,
    document: sense?.kind === 'document',
    gender: sense?.gender ?? null,
    genderSure: true,
    phrase: reference,
    anchor: anchorOf(reference, discourse),
    roles: sense
      ? [
          { family: sense.family, standing: standingBy(phrase.modifiers), words: roleWords(phrase) },
          ...memberRoles(phrase, discourse.tables),
          ...agentRoles(discourse.tables, phrase.end)
        ]
      : []
  })
  return { actor, rule: firstMention, confidence: 0.9 }
}

/** "Interviewer:", "PRESIDING OFFICER:": who has a turn is somebody. */
function hasTurn({ sources }: Reference, { tables: { attributions } }: Discourse): boolean {
  return sources.some((source) => attributions[source]!.rule === 'turn')
}

const somebody: Guess = { type: 'person', number: 'one' }

function describedAs({ kind, number }: NounSense): Guess {
  return {
    type: kind === 'document' ? 'organization' : kind === 'person' && number === 'many' ? 'group' : kind,
    number
  }
}

/** Of "Radar sees" the capital is the sentence's: a noun that we do not know and nothing determines is no speaker. */
function guessSpeaker(
  { head, determiner, proper, modifiers }: NounPhrase,
  { tables, lowerCase }: Discourse
): Guess | null {
  const word = wordAt(tables, head)
  const opens = tables.article.sentences[tables.sentenceAt[head]!]!.firstToken === head
  const isName = proper || (/^\p{Lu}/u.test(word) && !(opens && lowerCase().has(word.toLowerCase())))
  const guess = guessNoun(word)
  return guess.type === 'organization' &&
    determiner === 'bare' &&
    !isName &&
    !modifiers.some((modifier) => /^\d/.test(modifier))
    ? null
    : guess
}

const mentionsRead = 6

/** Remembers what a resolved reference tells about its actor. */
function note(reference: Reference, index: number, actor: Actor, discourse: Discourse): void {
  const first = actor.references.length === 0
  actor.references.push(index)
  if (reference.sources.length > 0) {
    actor.lastSpoke = index
    actor.hasSaid ||= reference.sources.some((source) => discourse.tables.attributions[source]!.act === 'speech')
    discourse.spoken.push(index)
  }
  if (reference.pronoun?.gender && !actor.gender && actor.type === 'person') actor.gender = reference.pronoun.gender
  if (reference.name < 0) noteRole(reference, actor, discourse)
  if (reference.name >= 0) noteName(reference, index, actor, first, discourse)
  // "Candidates meet" in the headline may be any, and whom the text calls so need not be all of them.
  if (
    reference.name < 0 &&
    reference.phrase?.determiner === 'bare' &&
    reference.sources.length === 0 &&
    reference.sentence === 0
  )
    return
  const description = descriptionKey(reference, discourse)
  if (description && !discourse.byDescription.has(description)) discourse.byDescription.set(description, actor)
  const anchor = anchorKey(reference, discourse)
  if (anchor) noteAnchor(anchor, actor, discourse)
  if (first) for (const role of actor.roles) register(discourse, role, actor)
}

/** "His lawyer" said something, and later "a lawyer for Roe, Jane Doe," does: who had no name then has one now. */
function noteAnchor(key: string, actor: Actor, { byAnchor }: Discourse): void {
  const known = byAnchor.get(key)
  if (!known) byAnchor.set(key, actor)
  else if (final(known) !== actor && !final(known).chain && actor.chain) become(final(known), actor)
}

function noteName(reference: Reference, index: number, actor: Actor, first: boolean, discourse: Discourse): void {
  if (actor.type !== 'person') {
    if (first) delayedBody(actor, discourse)
    return
  }
  if (first) delayedPerson(actor, reference, index, discourse)
  // Texts introduce people at their first mentions; the later ones are only counted.
  if (actor.references.length > mentionsRead && !discourse.tables.names[reference.name]!.description) return
  const { roles, gender } = introduction(discourse.tables, reference)
  if (gender) {
    actor.gender = gender
    actor.genderSure = true
  }
  for (const role of roles) {
    if (actor.roles.length > mostRoles) break
    actor.roles.push(role)
    delayedHeadline(actor, role, discourse)
    if (!first) register(discourse, role, actor)
  }
}

/** What a description calls somebody with a name is known of them from then on: "the Norland negotiator", then "the negotiator". */
function noteRole({ phrase, apposition }: Reference, actor: Actor, discourse: Discourse): void {
  if (!phrase?.sense || phrase.headName >= 0 || !actor.chain || actor.roles.length > mostRoles) return
  const { family, kind } = phrase.sense
  if (
    kind === 'document' ||
    actor.roles.some((role) => role.family === family) ||
    (apposition < 0 && actor.type !== 'person')
  )
    return
  const standing = standingBy(phrase.modifiers)
  for (const role of [{ family, standing, words: roleWords(phrase) }, ...agentRoles(discourse.tables, phrase.end)]) {
    actor.roles.push(role)
    register(discourse, role, actor)
  }
}

const mostRoles = 12

/** "A member of the delegation" may then be "the delegate". */
function memberRoles({ sense, end }: NounPhrase, tables: ArticleTables): readonly Role[] {
  if (sense?.family !== 'member' || sense.number !== 'one' || wordAt(tables, end) !== 'of') return []
  for (let at = end + 1; at < end + 7 && tables.sentenceAt[at] === tables.sentenceAt[end]; at++) {
    const body = nounSense(wordAt(tables, at))
    const family = body && members.get(body.family)
    if (family) return [{ family, standing: 'holds', words: new Set() }]
    if (body?.kind === 'organization' || (!determiner(wordAt(tables, at)) && endsNounPhrase(wordAt(tables, at))))
      return []
  }
  return []
}

const members = new Map([
  ['delegation', 'delegate'],
  ['parliament', 'lawmaker'],
  ['council', 'councilman'],
  ['police', 'police-officer'],
  ['military', 'soldier'],
  ['militia', 'militant'],
  ['cabinet', 'minister']
])

function roleWords({ modifiers }: NounPhrase): ReadonlySet<string> {
  return new Set(flatMapped(modifiers, (word) => [word, ...word.split(' ')]))
}

function register({ byFamily }: Discourse, role: Role, actor: Actor): void {
  const key = `${role.family} ${actor.number ?? 'one'}`
  const known = byFamily.get(key)
  if (!known) byFamily.set(key, [actor])
  else if (known.at(-1) !== actor) known.push(actor)
}
