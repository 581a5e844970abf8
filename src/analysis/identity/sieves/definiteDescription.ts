import { final, type Actor, type Discourse, type Sieve } from '../discourse'
import type { NounPhrase } from '../references/nounPhrase'
import { canBeCalled } from '../roles'

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
      phrase.anchor?.relation === 'complement' ||
      phrase.anchor?.relation === 'possessive'
    )
      return null
    const { family, number } = phrase.sense
    // A body that was only mentioned is not yet who speaks; a named one may be while the text is about it.
    const speaks = reference.sources.length > 0 && phrase.sense.kind === 'organization'
    const candidates = (discourse.byFamily.get(`${family} ${number}`) ?? [])
      .slice(-mostCandidates)
      .filter((actor) => !speaks || maySpeak(final(actor), reference.sentence, discourse))
    return mostRecent(candidates, phrase, true) ?? mostRecent(broaderCandidates(discourse, phrase), phrase, false)
  }
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
      canBeCalled(actor, family)
    )
      near.push(actor)
  }
  return near
}

/** The candidate mentioned last whose known words do not speak against the description's. */
function mostRecent(candidates: readonly Actor[], phrase: NounPhrase, sameRole: boolean): Actor | null {
  let best: Actor | null = null
  for (let at = candidates.length - 1; at >= 0; at--) {
    const actor = final(candidates[at]!)
    if (!agrees(actor, phrase, sameRole)) continue
    if (!best || recency(actor) > recency(best)) best = actor
  }
  return best
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

function agrees(actor: Actor, phrase: NounPhrase, sameRole: boolean): boolean {
  if (phrase.sense!.gender && actor.gender && actor.gender !== phrase.sense!.gender) return false
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
