import { isPossessive, wordAt, type ArticleTables } from './articleTables'
import { final, type Discourse } from './discourse'
import { nounSense } from './lexicon/nouns'
import type { Reference } from './references/reference'

/** True when no person or body is told of in the sentence before this reference, other than to say whose or by whom. */
export function isFirstOfSentence(at: number, { tables, references, resolved }: Discourse): boolean {
  const { sentence } = references[at]!
  const self = resolved[at] ? final(resolved[at]) : null
  for (let before = at - 1; before >= 0 && before > at - 8 && references[before]!.sentence === sentence; before--) {
    const earlier = references[before]!
    // "The judge, Jane Roe, said", "Roe and Doe said": all of them are the first.
    if ((resolved[before] && final(resolved[before]!) === self) || earlier.start >= references[at]!.start) continue
    if (
      resolved[before] &&
      final(resolved[before]!).type !== 'place' &&
      !isAttributive(earlier, tables) &&
      !followsPreposition(earlier, tables)
    )
      return false
  }
  return !isAttributive(references[at]!, tables) && !followsPreposition(references[at]!, tables)
}

/** "According to Roe, ...": not what the sentence is about. */
function followsPreposition({ first }: Reference, tables: ArticleTables): boolean {
  return prepositions.has(wordAt(tables, first - 1).toLowerCase())
}

const prepositions = new Set([
  'like',
  'in',
  'on',
  'to',
  'by',
  'of',
  'for',
  'with',
  'from',
  'at',
  'against',
  'about',
  'than'
])

/** "Roe's lawyer", "a Roe aide", "Roe adviser Jane Poe": a name that only tells whose. */
export function isAttributive(reference: Reference, tables: ArticleTables): boolean {
  if (reference.name < 0) return false
  let after = reference.first
  while (tables.nameAt[after] === reference.name) after++
  if (isPossessive(tables, after - 1) || tables.nameAt[after]! >= 0 || nounSense(wordAt(tables, after)) !== undefined)
    return true
  return tables.nameAt[after + 2]! >= 0 && nounSense(wordAt(tables, after + 1))?.number === 'one'
}
