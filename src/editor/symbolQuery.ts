import type { Corpus, CorpusEntity } from '../corpus'

/**
 * Whether a name contains the letters of each word of a query in their order, as in VS Code's lists: "isol" finds
 * "Ingrid Solvang". The words of a query may be in any order; case makes no difference.
 */
export function matchesQuery(name: string, query: string): boolean {
  const letters = name.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => hasLettersInOrder(letters, word))
}

/**
 * The at most `most` entities that match a query; unnamed ones only if they are quoted. Names that contain the query as
 * a whole come first, then named entities, then those with the most members.
 */
export function searchEntities(
  { entities }: Pick<Corpus, 'entities'>,
  query: string,
  most: number
): readonly CorpusEntity[] {
  const piece = query.trim().toLowerCase()
  return entities
    .filter((entity) => matchesQuery(entity.name, query) && (entity.named || entity.quotes.length > 0))
    .map((entity) => ({
      entity,
      rank: Number(entity.name.toLowerCase().includes(piece)) * 2 + Number(entity.named),
      size: entity.members.length
    }))
    .sort((a, b) => b.rank - a.rank || b.size - a.size)
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
