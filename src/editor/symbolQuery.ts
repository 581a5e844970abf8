import type { Corpus, CorpusEntity } from '../corpus'

/**
 * Whether a name has the letters of a query in their order, as VS Code's lists match: "isol" finds "Ingrid Solvang". The
 * words of a query may stand in any order; capitals make no difference.
 */
export function matchesQuery(name: string, query: string): boolean {
  const letters = name.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => hasLettersInOrder(letters, word))
}

/**
 * The folder's entities that a query finds, of the unnamed only who is quoted. What has the query in one piece comes
 * first, then the named, then those of the most articles.
 */
export function searchEntities(
  { entities }: Pick<Corpus, 'entities'>,
  query: string,
  most: number
): readonly CorpusEntity[] {
  const piece = query.trim().toLowerCase()
  return entities
    .filter(({ name, named, quotes }) => (named || quotes.length > 0) && matchesQuery(name, query))
    .map((entity) => ({ entity, rank: Number(entity.name.toLowerCase().includes(piece)) * 2 + Number(entity.named) }))
    .sort((a, b) => b.rank - a.rank || b.entity.members.length - a.entity.members.length)
    .slice(0, most)
    .map(({ entity }) => entity)
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
