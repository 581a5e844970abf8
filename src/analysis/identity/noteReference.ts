import { final, type Actor, type Discourse, type Role } from './discourse'
import { roleWords } from './phraseRoles'
import type { Reference } from './references/reference'
import { agentRoles, introduction } from './roles'
import { isDefinite } from './sieves/definiteDescription'
import { delayedDescription } from './sieves/delayedDescription'
import { become, delayedBody, delayedHeadline, delayedPerson } from './sieves/delayedNaming'
import { anchorKey } from './sieves/sameAnchor'
import { descriptionKey } from './sieves/sameDescription'
import { standingBy } from './standing'

/** Remembers what a resolved reference tells about its actor. */
export function noteReference(reference: Reference, index: number, actor: Actor, discourse: Discourse): void {
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

const mentionsRead = 6

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
  delayedDescription(actor, reference, roles, discourse)
}

/** What a description calls somebody with a name is known of them from then on: "the Norland negotiator", then "the negotiator". */
function noteRole(reference: Reference, actor: Actor, discourse: Discourse): void {
  const { phrase, apposition } = reference
  if (!phrase?.sense || phrase.headName >= 0 || !actor.chain || actor.roles.length > mostRoles) return
  const { family, kind } = phrase.sense
  if (
    kind === 'document' ||
    actor.roles.some((role) => role.family === family) ||
    (apposition < 0 && actor.type !== 'person')
  )
    return
  const own: Role = { family, standing: standingBy(phrase.modifiers), words: roleWords(phrase) }
  for (const role of [own, ...agentRoles(discourse.tables, phrase.end)]) {
    actor.roles.push(role)
    register(discourse, role, actor)
  }
  // "The teacher, Jane Roe,"
  if (apposition >= 0 && isDefinite(phrase) && phrase.anchor?.relation !== 'possessive')
    delayedDescription(actor, reference, [own], discourse)
}

const mostRoles = 12

function register({ byFamily }: Discourse, role: Role, actor: Actor): void {
  const key = `${role.family} ${actor.number ?? 'one'}`
  const known = byFamily.get(key)
  if (!known) byFamily.set(key, [actor])
  else if (known.at(-1) !== actor) known.push(actor)
}
