import { digestEntities, entityPlace, type ArticleDigest } from '../corpus'

/** Who the entities of a folder's articles are in the whole folder: a number for each of hundreds of thousands. */
export interface EntityTable {
  /** Of an article's entity, an index of its `Analysis.entities`: its index in `Corpus.entities`; -1 for none. */
  entityAt(article: number, entity: number): number
  /** The same by an entity's number in its article (12 for "e12"). */
  entityOf(article: number, number: number): number
  /** The number of an article's entities. */
  count(article: number): number
}

/** `tell` is told every member of every entity of the corpus; `article` indexes the folder's articles. */
export interface EntityTableBuilder {
  tell(article: number, number: number, entity: number): void
  readonly table: EntityTable
}

export function entityTable(digests: readonly ArticleDigest[]): EntityTableBuilder {
  const starts = new Uint32Array(digests.length + 1)
  for (const [article, digest] of digests.entries()) starts[article + 1] = starts[article]! + digestEntities(digest)
  const entities = new Int32Array(starts[digests.length] ?? 0).fill(-1)
  const placeOf = (article: number, number: number): number => {
    const digest = digests[article]
    return digest ? entityPlace(digest, number) : -1
  }
  const entityAt = (article: number, place: number) =>
    place < 0 || place >= countOf(article) ? -1 : entities[starts[article]! + place]!
  const countOf = (article: number) => (starts[article + 1] ?? 0) - (starts[article] ?? 0)
  return {
    tell(article, number, entity) {
      const place = placeOf(article, number)
      if (place >= 0) entities[starts[article]! + place] = entity
    },
    table: {
      entityAt,
      entityOf: (article, number) => entityAt(article, placeOf(article, number)),
      count: countOf
    }
  }
}
