import type { Corpus, CorpusEntity } from '../corpus'

/**
 * Whether a name has the letters of a query in their order, as VS Code's lists match: "isol" finds "Ingrid Solvang". The
 * words of a query may stand in any order; capitals make no difference.
 */
export function matchesQuery(name: string, query: string): boolean {
  const letters = name.toLowerCase()
  return query.toLowerCase().split(/\s+/).every((word) => hasLettersInOrder(letters, word))
}

/** The folder's entities that a query finds, those of the most articles first; of the unnamed only who is quoted. */
export function searchEntities({ entities }: Pick<Corpus, 'entities'>, query: string, most: number): readonly CorpusEntity[] {
  return entities
    .filter(({ name, named, quotes }) => (named || quotes.length > 0) && matchesQuery(name, query))
    .sort((a, b) => Number(b.named) - Number(a.named) || b.members.length - a.members.length)
    .slice(0, most)
}

function hasLettersInOrder(text: string, letters: string): boolean {
  let at = 0
  for (const letter of letters) {
    const found = text.indexOf(letter, at)
    if (found < 0) return false
    at = found + letter.length
  }
  return true
}
