import { wordAt, type ArticleTables } from '../articleTables'
import { lastSpeaker, type Sieve } from '../discourse'
import type { Reference } from '../references/reference'

/** “It was a friendly,” the German said: one person from there, who spoke last. "The Germans said" are many. */
export const demonymSpeaker: Sieve = {
  rule: 'speaker-description',
  confidence: 0.6,
  resolve(reference, _index, discourse) {
    const { tables, countryOf, named } = discourse
    if (reference.sources.length === 0 || reference.name < 0 || !isOnePerson(reference, tables)) return null
    if (named[reference.name]!.type !== 'group' || !countryOf(wordAt(tables, reference.head))) return null
    return lastSpeaker(discourse, ({ type, number }) => type === 'person' && number !== 'many', 3)
  }
}

function isOnePerson({ first, head, name }: Reference, tables: ArticleTables): boolean {
  return (
    wordAt(tables, head - 1).toLowerCase() === 'the' &&
    first >= head - 1 &&
    tables.nameAt[head + 1] !== name &&
    isOneFrom(wordAt(tables, head))
  )
}

/** "German", "Frenchman", not "French", "British", "Dutch", "Chinese", who are many. */
export function isOneFrom(word: string): boolean {
  return oneFrom.test(word)
}

const oneFrom =
  /^\p{Lu}\p{Ll}*(?:an|man|woman|ard)$|^(?:Swede|Dane|Finn|Scot|Turk|Croat|Serb|Pole|Briton|Argentine|Kiwi)$/u
