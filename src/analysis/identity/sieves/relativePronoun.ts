import { final, type Sieve } from '../discourse'

/** "Roe, who said", "the ministry, which said": what stands right before it. */
export const relativePronoun: Sieve = {
  rule: 'relative-pronoun',
  confidence: 0.85,
  resolve(reference, index, { tables, references, resolved }) {
    const kind = reference.pronoun?.kind
    if (kind !== 'who' && kind !== 'which') return null
    for (let at = index - 1; at >= 0 && at >= index - 6; at--) {
      const earlier = references[at]!
      const actor = resolved[at] ? final(resolved[at]!) : null
      if (earlier.sentence !== reference.sentence) return null
      if (!actor || earlier.form === 'pronoun') continue
      if (kind === 'who' && (actor.type === 'place' || actor.document)) continue
      if (kind === 'which' && actor.type === 'person' && actor.number !== 'many') continue
      // The nearest one, unless a whole clause lies between.
      return reference.start - earlier.end < 60 ||
        tables.article.text.slice(earlier.end, reference.start).trim() === ','
        ? actor
        : null
    }
    return null
  }
}
