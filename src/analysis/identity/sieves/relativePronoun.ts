import { wordAt, type ArticleTables } from '../articleTables'
import { final, type Sieve } from '../discourse'
import { nounSense } from '../lexicon/nouns'

/** "Roe, who said", "the ministry, which said": what stands right before it. */
export const relativePronoun: Sieve = {
  rule: 'relative-pronoun',
  confidence: 0.85,
  resolve(reference, index, { tables, references, resolved }) {
    const kind = reference.pronoun?.kind
    if (kind !== 'who' && kind !== 'which') return null
    const of = (at: number) => (resolved[at] ? final(resolved[at]) : null)
    for (let at = index - 1; at >= 0 && at >= index - 6; at--) {
      const earlier = references[at]!
      const actor = of(at)
      if (earlier.sentence !== reference.sentence) return null
      if (!actor || earlier.form === 'pronoun') continue
      if (kind === 'who' && (actor.type === 'place' || actor.document)) continue
      if (kind === 'who' && actor.number !== 'many' && actor.type === 'organization') {
        const head = whoseComplement(earlier.first, tables)
        // "Members of the mayor's party, who said": not the party.
        if (head >= 0) return of(references.findLastIndex((one, before) => before < at && one.head === head))
      }
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

/** The token of the "members" of "members of the mayor's party"; -1 for what is nobody's complement. */
function whoseComplement(first: number, tables: ArticleTables): number {
  return wordAt(tables, first - 1) === 'of' && nounSense(wordAt(tables, first - 2))?.number === 'many' ? first - 2 : -1
}
