import { namesRole } from '../lexicon/nouns'
import { final, lastSpeaker, type Actor, type Discourse, type Sieve } from '../discourse'
import type { Reference } from '../references/reference'
import { isDefinite } from './definiteDescription'

/** "the Palestinian movement", "the agency": a body without a name here, and the body that the text was speaking of. */
export const bodyDescription: Sieve = {
  rule: 'body-description',
  confidence: 0.65,
  resolve(reference, _index, discourse) {
    const { phrase } = reference
    if (
      phrase?.sense?.kind !== 'organization' ||
      phrase.proper ||
      phrase.restricted ||
      phrase.sense.number !== 'one' ||
      !isDefinite(phrase)
    )
      return null
    if (phrase.anchor && phrase.anchor.relation !== 'attributive') return null
    if (closed.has(phrase.sense.family)) return null
    const fits = (actor: Actor) => isBody(actor, phrase.sense!.family) && mayBe(actor, phrase.sense!.family)
    return (
      recentBody(discourse, fits, reference) ?? (reference.sources.length > 0 ? lastSpeaker(discourse, fits, 4) : null)
    )
  }
}

// "the government", "the police" and "the court" are bodies of their own when nothing above has found them.
const closed = new Set([
  'government',
  'police',
  'military',
  'parliament',
  'court',
  'authority',
  'campaign',
  'embassy',
  'delegation',
  'office',
  'hospital',
  'church',
  'school',
  'force',
  'regime',
  'ministry'
])

/** A people or the followers of something are no company and no team. */
const ofGroups = new Set(['movement', 'group', 'party', 'militia', 'coalition', 'alliance', 'faction'])

function isBody(actor: Actor, family: string): boolean {
  return actor.chain !== null && (actor.type === 'organization' || (actor.type === 'group' && ofGroups.has(family)))
}

/** A body whose own name says what it is can only be called that, or more generally. */
function mayBe(actor: Actor, family: string): boolean {
  return actor.roles.length === 0 || actor.roles.some((role) => namesRole(family, role.family))
}

/** Who speaks may have been brought up a while ago; elsewhere the body must be what the text is about right now. */
function recentBody(discourse: Discourse, fits: (actor: Actor) => boolean, reference: Reference): Actor | null {
  const { resolved, references } = discourse
  const speaks = reference.sources.length > 0
  for (let at = resolved.length - 1; at >= 0 && at > resolved.length - 30; at--) {
    const actor = resolved[at]
    if (references[at]!.sentence < reference.sentence - (speaks ? 3 : 1)) return null
    if (
      actor &&
      fits(final(actor)) &&
      (speaks || references[at]!.sources.length > 0 || opensSentence(references[at]!, discourse))
    )
      return final(actor)
  }
  return null
}

function opensSentence({ first, sentence }: Reference, { tables: { article } }: Discourse): boolean {
  return first - article.sentences[sentence]!.firstToken <= 1
}
