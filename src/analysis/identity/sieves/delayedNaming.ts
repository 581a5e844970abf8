import { flatMapped } from '../../../util/mapped'
import { namesRole } from '../lexicon/nouns'
import { final, type Actor, type Discourse, type Role } from '../discourse'
import type { Reference } from '../references/reference'

/**
 * "A House panel voted ..." and later "the House Oversight Committee": a body described before it is named.
 * Every word of the description must be in the name or its head a more general word for the name's.
 */
export function delayedBody(named: Actor, { resolved }: Discourse): void {
  if (named.roles.length === 0 || !named.chain) return
  const words = new Set(flatMapped(named.chain.written, (written) => written.words))
  for (let at = resolved.length - 1; at >= 0 && at > resolved.length - 80; at--) {
    const actor = resolved[at] ? final(resolved[at]!) : null
    if (
      !actor ||
      actor.chain ||
      actor === named ||
      actor.type !== 'organization' ||
      actor.document ||
      !actor.phrase?.phrase
    )
      continue
    const { phrase } = actor.phrase
    if (phrase.sense?.number !== 'one' || phrase.modifiers.length === 0 || phrase.anchor?.relation === 'possessive')
      continue
    if (!phrase.modifiers.every((word) => word.split(' ').every((part) => words.has(part)))) continue
    if (named.roles.some((role) => namesRole(phrase.sense!.family, role.family))) return become(actor, named)
  }
}

/**
 * "A senior adviser to the mayor said ... Former judge Jane Roe, in an interview, said ...": an unnamed speaker, and in the
 * next sentence of the paragraph the full name of a speaker whom the text has not named before.
 */
export function delayedPerson(
  named: Actor,
  reference: Reference,
  index: number,
  { tables, references, resolved, spoken }: Discourse
): void {
  if (reference.sources.length === 0 || !named.chain || (named.chain.written[0]?.words.length ?? 0) < 2) return
  for (let at = spoken.length - 1; at >= 0 && at > spoken.length - 6; at--) {
    const before = spoken[at]!
    const earlier = references[before]!
    if (before === index || earlier.sentence === reference.sentence) continue
    if (
      reference.sentence !== earlier.sentence + 1 ||
      !sameParagraph(tables.article.sentences, earlier.sentence, reference.sentence)
    )
      return
    const actor = resolved[before] ? final(resolved[before]) : null
    if (actor && !actor.chain && actor.phrase === earlier && promisesName(actor, earlier, named))
      return become(actor, named)
  }
}

/** "Senator from Ohio says ..." under the headline, and then "Sen. Jane Roe": a bare role that the text then gives to somebody. */
export function delayedHeadline(named: Actor, role: Role, { byFamily }: Discourse): void {
  const first = byFamily.get(`${role.family} one`)?.[0]
  const actor = first ? final(first) : null
  if (!actor?.phrase?.phrase || actor.chain || actor.type !== 'person' || actor === named) return
  if (
    actor.phrase.sentence < headlines &&
    actor.phrase.phrase.determiner === 'bare' &&
    actor.phrase.phrase.anchor?.relation !== 'possessive'
  )
    become(actor, named)
}

/** Headline and the line under it. */
const headlines = 2

/** Only a description that tells whose or which office, not "an aide" or "a man", and nothing else known of its bearer. */
function promisesName(actor: Actor, { phrase }: Reference, named: Actor): boolean {
  if (
    actor.type !== 'person' ||
    actor.number !== 'one' ||
    actor.references.length > 1 ||
    phrase?.determiner === 'other'
  )
    return false
  if (actor.gender && named.gender && actor.gender !== named.gender) return false
  return (phrase?.anchor ?? null) !== null || (phrase?.modifiers.length ?? 0) >= 2
}

/** Merges an unnamed actor into the one it turned out to be. */
export function become(actor: Actor, named: Actor): void {
  actor.sameAs = named
  named.references.unshift(...actor.references)
  named.lastSpoke = Math.max(named.lastSpoke, actor.lastSpoke)
  named.hasSaid ||= actor.hasSaid
  for (const role of actor.roles) named.roles.push(role)
}

function sameParagraph(sentences: readonly { readonly paragraph: number }[], a: number, b: number): boolean {
  return sentences[a]?.paragraph === sentences[b]?.paragraph
}
