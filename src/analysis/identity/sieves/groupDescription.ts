import { final, type Actor, type Discourse, type Sieve } from '../discourse'
import type { NounPhrase } from '../references/nounPhrase'
import { isDefinite } from './definiteDescription'

/** "the two men", "the candidates", "both": the people who last spoke together. */
export const groupDescription: Sieve = {
  rule: 'group-description',
  confidence: 0.65,
  resolve(reference, _index, { byMembers, resolved }) {
    const { phrase, pronoun } = reference
    if (byMembers.size === 0 || !(pronoun?.kind === 'each' || (phrase && meansPeople(phrase)))) return null
    for (let at = resolved.length - 1; at >= 0 && at > resolved.length - 60; at--) {
      const actor = resolved[at] ? final(resolved[at]!) : null
      if (actor && actor.members.length > 1 && actor.lastSpoke >= 0) return actor
    }
    return null
  }
}

/** The two named people spoken of last, for "the two men" where the text has not joined anybody; null for other phrases. */
export function twoLastPeople(
  phrase: NounPhrase,
  { resolved, references }: Discourse,
  sentence: number
): readonly Actor[] | null {
  if (!meansPeople(phrase) || !phrase.modifiers.includes('two')) return null
  const people: Actor[] = []
  for (let at = resolved.length - 1; at >= 0 && people.length < 2 && references[at]!.sentence >= sentence - 4; at--) {
    const actor = resolved[at] ? final(resolved[at]!) : null
    const fits =
      actor?.chain &&
      actor.type === 'person' &&
      !people.includes(actor) &&
      (!phrase.sense!.gender || !actor.gender || actor.gender === phrase.sense!.gender)
    if (fits) people.push(actor)
  }
  return people.length === 2 ? people : null
}

function meansPeople(phrase: NounPhrase): boolean {
  return phrase.sense?.number === 'many' && phrase.sense.kind === 'person' && isDefinite(phrase) && !phrase.anchor
}
