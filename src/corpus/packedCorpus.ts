import type { EntityType } from '../analysis'
import type { Corpus, CorpusEntity, QuoteReference, SpokenQuote } from './corpus'
import { entityId, entityNumber } from './summary'

/** JSON with a corpus in few characters; an article is a number, its place in the list of articles. Of the same version only. */
export type PackedCorpus = readonly [articles: readonly string[], entities: readonly PackedEntity[], reuse: readonly (readonly number[])[], suggestions: readonly (readonly [rule: string, ...entities: string[]])[]]

/** Without an id it has the first member's. Members and quotes are pairs of numbers; a quote's number is below zero (-1 - quote) for an attitude. */
type PackedEntity = readonly [id: string | 0, name: string, type: EntityType, named: 0 | 1, members: readonly number[], quotes: readonly number[]]

export function packCorpus({ entities, reuse, suggestions }: Corpus): PackedCorpus {
  const places = new Map<string, number>()
  const placeOf = (article: string) => {
    const place = places.get(article) ?? places.size
    places.set(article, place)
    return place
  }
  const packedEntities = entities.map(({ id, name, type, named, members, quotes }): PackedEntity => {
    const [first] = members
    const isOwn = first !== undefined && id === `${first.article} ${first.entity}`
    return [isOwn ? 0 : id, name, type, named ? 1 : 0, members.flatMap(({ article, entity }) => [placeOf(article), entityNumber(entity)]), quotes.flatMap(({ article, quote, attitude }) => [placeOf(article), attitude ? -1 - quote : quote])]
  })
  function flat(quotes: readonly QuoteReference[]): readonly number[] {
    return quotes.flatMap(({ article, quote }) => [placeOf(article), quote])
  }
  const packedReuse = reuse.map(flat)
  return [[...places.keys()], packedEntities, packedReuse, suggestions.map(({ rule, entities: ids }) => [rule, ...ids])]
}

/** The same corpus again. */
export function unpackCorpus([articles, entities, reuse, suggestions]: PackedCorpus): Corpus {
  const quotesOf = (numbers: readonly number[]) => pairs(numbers, (place, quote): QuoteReference => ({ article: articles[place]!, quote }))
  return {
    entities: entities.map(([id, name, type, named, members, quotes]): CorpusEntity => {
      const places = pairs(members, (place, number) => ({ article: articles[place]!, entity: entityId(number) }))
      return { id: id === 0 ? `${places[0]!.article} ${places[0]!.entity}` : id, name, type, named: named === 1, members: places, quotes: pairs(quotes, (place, number): SpokenQuote => (number < 0 ? { article: articles[place]!, quote: -1 - number, attitude: true } : { article: articles[place]!, quote: number })) }
    }),
    reuse: reuse.map(quotesOf),
    suggestions: suggestions.map(([rule, ...ids]) => ({ rule, entities: ids }))
  }
}

function pairs<T>(numbers: readonly number[], make: (a: number, b: number) => T): readonly T[] {
  return Array.from({ length: numbers.length / 2 }, (_, index) => make(numbers[2 * index]!, numbers[2 * index + 1]!))
}
