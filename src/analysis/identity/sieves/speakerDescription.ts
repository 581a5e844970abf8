import { namesRole, type NounSense } from '../lexicon/nouns'
import { lastSpeaker, type Actor, type Sieve } from '../discourse'
import type { NounPhrase } from '../references/nounPhrase'
import { isDefinite } from './definiteDescription'

/** "the New York businessman", "the 57-year-old": a new description of the person who spoke last. */
export const speakerDescription: Sieve = {
  rule: 'speaker-description',
  confidence: 0.55,
  resolve(reference, _index, discourse) {
    const { phrase } = reference
    if (!phrase || phrase.proper || phrase.restricted || reference.sources.length === 0 || !isDefinite(phrase) || (phrase.anchor && phrase.anchor.relation !== 'attributive')) return null
    const { sense } = phrase
    if (sense ? sense.kind !== 'person' || sense.number === 'many' : !/-old$/.test(discourse.reading.article.tokens[phrase.head]!.text)) return null
    return lastSpeaker(discourse, (actor) => actor.type === 'person' && actor.number !== 'many' && mayBe(actor, sense, phrase), 4)
  }
}

// What anybody can be called besides their office.
const open = new Set(['man', 'woman', 'candidate', 'businessman', 'politician', 'republican', 'democrat', 'leader', 'star', 'father', 'mother', 'author', 'winner', 'official', 'president-elect', 'singer', 'actor'])

// Of these the modifier says which: "the band leader".
const narrow = new Set(['leader', 'official', 'author', 'star', 'singer', 'actor', 'winner'])

function mayBe(actor: Actor, sense: NounSense | null, phrase: NounPhrase): boolean {
  if (!sense) return true
  if (sense.gender && actor.gender && sense.gender !== actor.gender) return false
  if (narrow.has(sense.family) && phrase.modifiers.length > 0 && !phrase.attributiveName) return false
  // An office that the text has not told: "the Vermont senator", but not "the moderator".
  if (actor.roles.length === 0 || (phrase.attributiveName && actor.roles.every((role) => open.has(role.family)))) return true
  return open.has(sense.family) || actor.roles.some((role) => namesRole(sense.family, role.family))
}
