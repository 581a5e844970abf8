import { final, type Discourse, type Sieve } from '../discourse'
import { wordAt } from '../reading'
import type { Reference } from '../references/findReferences'

/** "Israeli officials ... Israeli officials", "a senior US official ... a senior US official": the same telling words again. */
export const sameDescription: Sieve = {
  rule: 'same-description',
  confidence: 0.8,
  resolve(reference, index, discourse) {
    const key = descriptionKey(reference, discourse)
    const known = key ? discourse.byDescription.get(key) : undefined
    if (!known || !reference.phrase || reference.phrase.determiner === 'other') return null
    const plural = reference.phrase.sense?.number === 'many' || !reference.phrase.sense
    const telling = reference.phrase.modifiers.length > 0 || reference.phrase.determiner === 'definite' || reference.phrase.determiner === 'demonstrative'
    if (telling || plural) return final(known)
    return repeatsSentence(reference, final(known).references[0]!, index, discourse) ? final(known) : null
  }
}

/** Modifiers and head; null for pronouns. The owner counts where the description has one. */
export function descriptionKey(reference: Reference, discourse: Discourse): string | null {
  const { phrase } = reference
  if (!phrase || phrase.headName >= 0) return null
  const head = wordAt(discourse.reading, phrase.head).toLowerCase()
  const anchor = phrase.anchor && phrase.anchor.relation !== 'attributive' ? wordAt(discourse.reading, phrase.anchor.token).toLowerCase() : ''
  return `${phrase.modifiers.join(' ')} ${head} ${anchor}`
}

/** A bare "an aide" is the same aide only where the whole sentence is printed again. */
function repeatsSentence(reference: Reference, earlier: number, _index: number, { reading, references }: Discourse): boolean {
  const { article } = reading
  const here = article.sentences[reference.sentence]
  const there = article.sentences[references[earlier]!.sentence]
  if (!here || !there || reference.sentence === references[earlier]!.sentence) return false
  return article.text.slice(here.start, here.end).trim() === article.text.slice(there.start, there.end).trim()
}
