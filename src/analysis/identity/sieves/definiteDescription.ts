import { wordAt } from '../articleTables'
import { final, type Actor, type Discourse, type Sieve } from '../discourse'
import type { NounPhrase } from '../references/nounPhrase'
import { originsDiffer, ownerText } from '../origins'
import { canBeCalled } from '../roles'
import { standingBy } from '../standing'

/** "the official" after "a senior official", "the senator" after "Sen. Jane Roe", "the panel" after "the Trade Panel". */
export const definiteDescription: Sieve = {
  rule: 'definite-description',
  confidence: 0.8,
  resolve(reference, _index, discourse) {
    const { phrase } = reference
    if (
      !phrase?.sense ||
      phrase.restricted ||
      !isDefinite(phrase) ||
      phrase.anchor?.relation === 'possessive' ||
      (phrase.anchor?.relation === 'complement' && !ofNamedPlace(phrase, discourse))
    )
      return null
    const { family, number } = phrase.sense
    // A body that was only mentioned is not yet who speaks; a named one may be while the text is about it.
    const speaks = reference.sources.length > 0 && phrase.sense.kind === 'organization'
    const candidates = (discourse.byFamily.get(`${family} ${number}`) ?? [])
      .slice(-mostCandidates)
      .filter((actor) => !speaks || maySpeak(final(actor), reference.sentence, discourse))
    return (
      mostRecent(candidates, phrase, true, discourse) ??
      mostRecent(broaderCandidates(discourse, phrase), phrase, false, discourse)
    )
  }
}

/** "The mayor of Alder": who is told to be the mayor of it. */
function ofNamedPlace({ sense, anchor }: NounPhrase, { tables }: Discourse): boolean {
  return sense?.kind === 'person' && tables.nameAt[anchor!.token]! >= 0
}

function maySpeak(actor: Actor, sentence: number, { references }: Discourse): boolean {
  const last = actor.references.at(-1)
  return (
    actor.lastSpoke >= 0 || (actor.chain !== null && last !== undefined && references[last]!.sentence >= sentence - 3)
  )
}

const mostCandidates = 16

export function isDefinite(phrase: NounPhrase): boolean {
  return phrase.determiner === 'definite' || phrase.determiner === 'demonstrative'
}

function broaderCandidates(discourse: Discourse, phrase: NounPhrase): readonly Actor[] {
  const { family, number, kind } = phrase.sense!
  if (number === 'many') return []
  const near: Actor[] = []
  const { resolved } = discourse
  for (let at = resolved.length - 1; at >= 0 && at > resolved.length - 60; at--) {
    const actor = resolved[at] ? final(resolved[at]!) : null
    if (
      actor &&
      !near.includes(actor) &&
      (actor.type === 'person') === (kind === 'person') &&
      canBeCalled(actor, family, standingBy(phrase.modifiers))
    )
      near.push(actor)
  }
  return near
}

/**
 * The candidate mentioned last whose known words do not speak against the description's; rather one of whom the text has
 * told the name in it: "the Alder mayor", of two mayors.
 */
function mostRecent(
  candidates: readonly Actor[],
  phrase: NounPhrase,
  sameRole: boolean,
  discourse: Discourse
): Actor | null {
  const name = phrase.anchor ? ownerText(phrase.anchor.token, discourse).toLowerCase() : null
  let best: Actor | null = null
  let bestRank = -1
  for (let at = candidates.length - 1; at >= 0; at--) {
    const actor = final(candidates[at]!)
    if (!agrees(actor, phrase, sameRole, discourse)) continue
    const rank = recency(actor) + (name !== null && isKnownOf(actor, name) ? discourse.references.length : 0)
    if (rank > bestRank) {
      best = actor
      bestRank = rank
    }
  }
  return best
}

const ofNone = new Set(['any', 'no', 'every', 'each', 'neither'])

function isKnownOf(actor: Actor, name: string): boolean {
  return actor.roles.some(({ words }) => name.split(' ').every((word) => words.has(word)))
}

function recency(actor: Actor): number {
  // Who spoke is what a text's "the official" is about, even when another official is named in between.
  return Math.max(actor.references.at(-1) ?? -1, actor.lastSpoke < 0 ? -1 : actor.lastSpoke + 12)
}

const emptyModifiers = new Set([
  'same',
  'new',
  'former',
  'current',
  'two',
  'three',
  'top',
  'senior',
  'late',
  'other',
  'second',
  'first'
])

function agrees(actor: Actor, phrase: NounPhrase, sameRole: boolean, discourse: Discourse): boolean {
  if (phrase.sense!.gender && actor.gender && actor.gender !== phrase.sense!.gender) return false
  // "Louder than any newspaper" tells of none.
  if (!actor.chain && actor.phrase && ofNone.has(wordAt(discourse.tables, actor.phrase.first).toLowerCase()))
    return false
  const { family, kind } = phrase.sense!
  if (kind === 'person' && !canBeCalled(actor, family, standingBy(phrase.modifiers))) return false
  if (originsDiffer(actor, phrase, discourse)) return false
  if (phrase.anchor?.relation === 'complement')
    return isKnownOf(actor, ownerText(phrase.anchor.token, discourse).toLowerCase())
  const telling = phrase.modifiers.filter((word) => !emptyModifiers.has(word))
  if (telling.length === 0) return true
  const known = new Set<string>()
  for (const role of actor.roles) for (const word of role.words) known.add(word)
  if (actor.chain) for (const written of actor.chain.written) for (const word of written.words) known.add(word)
  // "The Harbour Leader" is a name that nobody recognised, unless every word of it is known.
  if (phrase.proper) return telling.every((word) => known.has(word))
  if (telling.some((word) => known.has(word) || word.split(' ').some((part) => known.has(part)))) return true
  // A person's role may be told with new words ("the Ohio senator"); a body's may not ("the appeals court").
  return actor.type === 'person' && actor.chain !== null && (sameRole || phrase.attributiveName)
}
