import { isDescribedPerson } from '../lexicon/guessedNouns'
import type { NounSense } from '../lexicon/nouns'
import { wordAt } from '../articleTables'
import { final, lastSpeaker, type Actor, type Discourse, type Sieve } from '../discourse'
import type { Reference } from '../references/reference'
import type { NounPhrase } from '../references/nounPhrase'
import { originsDiffer } from '../origins'
import { canBeCalled } from '../roles'
import { standingBy } from '../standing'
import { isDefinite } from './definiteDescription'
import { isOneFrom } from './demonymSpeaker'

/** "the New York businessman", "the 57-year-old", "the Frenchman": a new description of the person who spoke last. */
export const speakerDescription: Sieve = {
  rule: 'speaker-description',
  confidence: 0.55,
  resolve(reference, _index, discourse) {
    const { phrase } = reference
    if (
      !phrase ||
      phrase.proper ||
      phrase.restricted ||
      reference.sources.length === 0 ||
      isInTurn(reference, discourse) ||
      !isDefinite(phrase) ||
      (phrase.anchor && phrase.anchor.relation !== 'attributive')
    )
      return null
    const { sense } = phrase
    if (
      sense
        ? sense.kind !== 'person' || sense.number === 'many'
        : !isOneFrom(wordAt(discourse.tables, phrase.head)) && !isDescribedPerson(wordAt(discourse.tables, phrase.head))
    )
      return null
    const fits = (actor: Actor) =>
      actor.type === 'person' &&
      actor.number !== 'many' &&
      mayBe(actor, sense, phrase) &&
      !originsDiffer(actor, phrase, discourse)
    const isOpen = sense === null || open.has(sense.family)
    const subject = subjectBefore(reference, discourse, (actor) => fits(actor) && isOpen)
    if (subject) return subject
    const speaker = lastSpeaker(discourse, fits, 4)
    return speaker && !isOpen && isAnotherNamedSince(speaker, discourse, fits) ? null : speaker
  }
}

/** In a transcript the others are called by their names; whom somebody tells of there is not present. */
function isInTurn({ head }: Reference, { tables: { attributions, contentAt } }: Discourse): boolean {
  return attributions[contentAt[head]!]?.rule === 'turn'
}

/** An office may be that of anybody who was named since; then the text leaves it open. */
function isAnotherNamedSince(speaker: Actor, { resolved }: Discourse, fits: (actor: Actor) => boolean): boolean {
  for (let at = resolved.length - 1; at >= 0; at--) {
    const actor = resolved[at] ? final(resolved[at]!) : null
    if (actor === speaker) return false
    if (actor?.chain && fits(actor)) return true
  }
  return false
}

/**
 * Who the sentence before, in the same paragraph, begins with: "Roe was born there. The 22-year-old said", "A baker at the
 * next table sighed. He paid. The old man said".
 */
function subjectBefore(
  reference: Reference,
  { tables, references, resolved }: Discourse,
  fits: (actor: Actor) => boolean
): Actor | null {
  const { sentences } = tables.article
  const before = sentences[reference.sentence - 1]
  if (!before || before.paragraph !== sentences[reference.sentence]?.paragraph) return null
  for (let at = resolved.length - 1; at >= 0 && references[at]!.sentence >= reference.sentence - 1; at--) {
    if (references[at]!.first !== before.firstToken) continue
    const actor = resolved[at] ? final(resolved[at]!) : null
    return actor && fits(actor) ? actor : null
  }
  return null
}

// What anybody can be called besides their office.
const open = new Set([
  'man',
  'native',
  'woman',
  'candidate',
  'businessman',
  'politician',
  'republican',
  'democrat',
  'leader',
  'star',
  'father',
  'mother',
  'author',
  'winner',
  'official',
  'president-elect',
  'singer',
  'actor'
])

/** Who needs no introduction where there is one, or must not have one: "the judge", "the source". */
const wellKnown = new Set('judge jury prosecutor source king queen pope speaker moderator'.split(' '))

const parents = new Set(['father', 'mother'])

// Of these the modifier says which: "the band leader".
const narrow = new Set(['leader', 'official', 'author', 'star', 'singer', 'actor', 'winner'])

function mayBe(actor: Actor, sense: NounSense | null, phrase: NounPhrase): boolean {
  if (!sense) return true
  if (sense.gender && actor.gender && sense.gender !== actor.gender) return false
  // Whom the text calls by an office alone is nobody's mother in it.
  if (parents.has(sense.family) && !actor.chain && actor.phrase?.phrase?.determiner === 'definite') return false
  if (narrow.has(sense.family) && phrase.modifiers.length > 0 && !phrase.attributiveName) return false
  // An office that the text has not told: "the Vermont senator", but not "the moderator".
  if (phrase.attributiveName && actor.roles.every((role) => open.has(role.family))) return true
  const standing = standingBy(phrase.modifiers)
  if (actor.roles.length === 0 && !wellKnown.has(sense.family) && standing === 'holds') return true
  return open.has(sense.family) || canBeCalled(actor, sense.family, standing)
}
