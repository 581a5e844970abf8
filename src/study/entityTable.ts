import { digestEntities, entityPlace, type ArticleDigest } from '../corpus'

/** Who the entities of a folder's articles are in the whole folder: a number for each of hundreds of thousands. */
export interface EntityTable {
  /** One article after the other, in order of `Analysis.entities`: the index in `Corpus.entities` of each; -1 for none. */
  readonly entities: Int32Array
  /** Where an article's are in `entities`: from `start` to before `end`. */
  rangeOf(article: number): readonly [start: number, end: number]
  /** The index in `Corpus.entities` by an entity's number in its article (12 for "e12"); -1 for none. */
  entityOf(article: number, number: number): number
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
  return {
    tell(article, number, entity) {
      const place = placeOf(article, number)
      if (place >= 0) entities[starts[article]! + place] = entity
    },
    table: {
      entities,
      rangeOf: (article) => [starts[article] ?? entities.length, starts[article + 1] ?? entities.length],
      entityOf(article, number) {
        const place = placeOf(article, number)
        return place < 0 ? -1 : entities[starts[article]! + place]!
      }
    }
  }
}
