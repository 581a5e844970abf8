import type { EntityType } from '../analysis'
import type { Corpus, CorpusEntity, QuoteReference, SpokenQuote } from './corpus'
import { corpusOf } from './linkedCorpus'
import { entityId, entityNumber, idInArticle } from './entityIds'

/** JSON with a corpus in few characters; an article is a number, its place in the list of articles. Of the same version only. */
type PackedCorpus = readonly [
  articles: readonly string[],
  entities: readonly PackedEntity[],
  reuse: readonly (readonly number[])[],
  suggestions: readonly (readonly [rule: string, ...entities: string[]])[]
]

/** A number for an id of `idInArticle`: its use. Members and quotes are pairs of numbers; a quote's number is below zero (-1 - quote) for an attitude. */
type PackedEntity = readonly [
  id: string | number,
  name: string,
  type: EntityType,
  named: 0 | 1,
  members: readonly number[],
  quotes: readonly number[]
]

/**
 * Pieces of UTF-8 that together are the JSON. Whoever writes them may rest between them: a folder's links are some
 * megabytes, and many times that as one tree of lists.
 */
export function* packCorpus({ entities, reuse, suggestions }: Corpus): Generator<Uint8Array, void, undefined> {
  const places = new Map<string, number>()
  const placeOf = (article: string) => {
    const place = places.get(article) ?? places.size
    places.set(article, place)
    return place
  }
  for (const { members, quotes } of entities)
    for (const list of [members, quotes]) for (const { article } of list) placeOf(article)
  for (const quotes of reuse) for (const { article } of quotes) placeOf(article)
  const packEntity = ({ id, name, type, named, members, quotes }: CorpusEntity): PackedEntity => {
    const [first] = members
    const own = first && idInArticle(first.article, type, name, 1)
    const use = own !== undefined && id.startsWith(own) ? useIn(id.slice(own.length)) : undefined
    return [
      use ?? id,
      name,
      type,
      named ? 1 : 0,
      members.flatMap(({ article, entity }) => [placeOf(article), entityNumber(entity)]),
      quotes.flatMap(({ article, quote, attitude }) => [placeOf(article), attitude ? -1 - quote : quote])
    ]
  }
  yield utf8(`[${JSON.stringify([...places.keys()])},[`)
  yield* inBatches(entities, packEntity)
  yield utf8('],[')
  yield* inBatches(reuse, (quotes) => quotes.flatMap(({ article, quote }) => [placeOf(article), quote]))
  yield utf8(`],${JSON.stringify(suggestions.map(({ rule, entities: ids }) => [rule, ...ids]))}]`)
}

/** The same corpus again. Throws when it cannot be that. */
export function unpackCorpus(bytes: Uint8Array): Corpus {
  const [articles, entities, reuse, suggestions] = JSON.parse(new TextDecoder().decode(bytes)) as PackedCorpus
  const quotesOf = (numbers: readonly number[]) =>
    pairs(numbers, (place, quote): QuoteReference => ({ article: articles[place]!, quote }))
  return corpusOf({
    entities: entities.map(([id, name, type, named, members, quotes]): CorpusEntity => {
      const places = pairs(members, (place, number) => ({ article: articles[place]!, entity: entityId(number) }))
      return {
        id: typeof id === 'number' ? idInArticle(places[0]!.article, type, name, id) : id,
        name,
        type,
        named: named === 1,
        members: places,
        quotes: pairs(quotes, (place, number): SpokenQuote =>
          number < 0
            ? { article: articles[place]!, quote: -1 - number, attitude: true }
            : { article: articles[place]!, quote: number }
        )
      }
    }),
    reuse: reuse.map(quotesOf),
    suggestions: suggestions.map(([rule, ...ids]) => ({ rule, entities: ids }))
  })
}

/** What comes behind an id of its first use: nothing, or the use's number. */
function useIn(rest: string): number | undefined {
  if (rest === '') return 1
  const number = /^ #(\d+)$/.exec(rest)?.[1]
  return number === undefined ? undefined : Number(number)
}

function* inBatches<T>(items: readonly T[], pack: (item: T) => unknown): Generator<Uint8Array, void, undefined> {
  for (let from = 0; from < items.length; from += batch)
    yield utf8(
      (from > 0 ? ',' : '') +
        items
          .slice(from, from + batch)
          .map((item) => JSON.stringify(pack(item)))
          .join(',')
    )
}

/** Entities or groups written at once. */
const batch = 256

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function pairs<T>(numbers: readonly number[], make: (a: number, b: number) => T): readonly T[] {
  return Array.from({ length: numbers.length / 2 }, (_, index) => make(numbers[2 * index]!, numbers[2 * index + 1]!))
}
