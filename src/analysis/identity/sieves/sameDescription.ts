import { final, type Discourse, type Sieve } from '../discourse'
import { wordAt } from '../articleTables'
import type { Reference } from '../references/reference'

/** "Israeli officials ... Israeli officials", "a senior US official ... a senior US official": the same telling words again. */
export const sameDescription: Sieve = {
  rule: 'same-description',
  confidence: 0.8,
  resolve(reference, index, discourse) {
    const key = descriptionKey(reference, discourse)
    const known = key ? discourse.byDescription.get(key) : undefined
    if (!known || !reference.phrase || reference.phrase.determiner === 'other') return null
    // A body that was only mentioned is not yet who speaks: other sieves may know a better one.
    if (
      reference.sources.length > 0 &&
      final(known).lastSpoke < 0 &&
      reference.phrase.sense?.kind === 'organization' &&
      !final(known).chain
    )
      return null
    // "The city" is the one that was named last.
    if (
      reference.phrase.sense?.kind === 'place' &&
      reference.phrase.modifiers.length === 0 &&
      reference.sources.length === 0
    )
      return null
    const plural = reference.phrase.sense?.number === 'many' || !reference.phrase.sense
    const telling =
      reference.phrase.modifiers.length > 0 ||
      reference.phrase.determiner === 'definite' ||
      reference.phrase.determiner === 'demonstrative'
    if (telling || plural) return final(known)
    return repeatsSentence(reference, final(known).references[0]!, index, discourse) ? final(known) : null
  }
}

/** Modifiers and head; null for pronouns. The owner counts where the description has one. */
export function descriptionKey(reference: Reference, discourse: Discourse): string | null {
  const { phrase } = reference
  if (!phrase || reference.name >= 0 || phrase.headName >= 0) return null
  // "Fellow doctors" and "fellow physicians" are the same people; alone, "doctors" and "physicians" need not be.
  const head =
    phrase.sense && phrase.modifiers.length > 0
      ? `${phrase.sense.family} ${phrase.sense.number}`
      : wordAt(discourse.tables, phrase.head).toLowerCase()
  const quantity =
    phrase.determiner === 'indefinite' && phrase.sense?.number === 'many'
      ? wordAt(discourse.tables, phrase.first).toLowerCase()
      : ''
  const anchor =
    phrase.anchor && phrase.anchor.relation !== 'attributive'
      ? wordAt(discourse.tables, phrase.anchor.token).toLowerCase()
      : ''
  return `${quantity} ${phrase.modifiers.join(' ')} ${head} ${anchor}`
}

/** A bare "an aide" is the same aide only where the whole sentence is printed again. */
function repeatsSentence(
  reference: Reference,
  earlier: number,
  _index: number,
  { tables, references }: Discourse
): boolean {
  const { article } = tables
  const here = article.sentences[reference.sentence]
  const there = article.sentences[references[earlier]!.sentence]
  if (!here || !there || reference.sentence === references[earlier]!.sentence) return false
  return article.text.slice(here.start, here.end).trim() === article.text.slice(there.start, there.end).trim()
}
