import type { EntityType } from '../analysis'
import { compactEntities } from './compactEntities'
import type { Corpus, CorpusEntity, QuoteReference, SpokenQuote } from './corpus'
import { corpusOf } from './linkedCorpus'
import { entityId, entityNumber, idInArticle } from './entityIds'

/** A corpus as compact JSON; an article is its index in `articles`. Read only by the version that wrote it. */
type PackedCorpus = readonly [
  articles: readonly string[],
  entities: readonly PackedEntity[],
  reuse: readonly (readonly number[])[],
  suggestions: readonly (readonly [rule: string, ...entities: string[]])[]
]

/**
 * `id` is a number for an id of `idInArticle`: its ordinal. `members` and `quotes` are pairs of numbers: an article's
 * index, then the entity's number or the quote's index, which for an attitude is written as -1 - index.
 */
type PackedEntity = readonly [
  id: string | number,
  name: string,
  type: EntityType,
  named: 0 | 1,
  members: readonly number[],
  quotes: readonly number[],
  identity?: string
]

/**
 * Gives the JSON in pieces of UTF-8, so that the caller can pause between them and memory is only needed for one batch:
 * the links of a folder are some megabytes, and many times that as one tree of arrays.
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
  const packEntity = ({ id, name, type, named, identity, members, quotes }: CorpusEntity): PackedEntity => {
    const [first] = members
    const firstId = first && idInArticle(first.article, type, name, 1)
    const ordinal = firstId !== undefined && id.startsWith(firstId) ? ordinalIn(id.slice(firstId.length)) : undefined
    const packed = [
      ordinal ?? id,
      name,
      type,
      named ? 1 : 0,
      members.flatMap(({ article, entity }) => [placeOf(article), entityNumber(entity)]),
      quotes.flatMap(({ article, quote, attitude }) => [placeOf(article), attitude ? -1 - quote : quote])
    ] as const
    return identity === undefined ? packed : [...packed, identity]
  }
  yield utf8(`[${JSON.stringify([...places.keys()])},[`)
  yield* inBatches(entities, packEntity)
  yield utf8('],[')
  yield* inBatches(reuse, (quotes) => quotes.flatMap(({ article, quote }) => [placeOf(article), quote]))
  yield utf8(`],${JSON.stringify(suggestions.map(({ rule, entities: ids }) => [rule, ...ids]))}]`)
}

/** Reads what `packCorpus` has written. Throws when the bytes are not that. */
export function unpackCorpus(bytes: Uint8Array): Corpus {
  const [articles, entities, reuse, suggestions] = JSON.parse(new TextDecoder().decode(bytes)) as PackedCorpus
  const quotesOf = (numbers: readonly number[]) =>
    pairs(numbers, (place, quote): QuoteReference => ({ article: articles[place]!, quote }))
  const compact = compactEntities()
  return corpusOf({
    entities: entities.map(([id, name, type, named, members, quotes, identity]): CorpusEntity => {
      const places = pairs(members, (place, number) => ({ article: articles[place]!, entity: entityId(number) }))
      return compact({
        id: typeof id === 'number' ? idInArticle(places[0]!.article, type, name, id) : id,
        name,
        type,
        named: named === 1,
        ...(identity !== undefined && { identity }),
        members: places,
        quotes: pairs(quotes, (place, number): SpokenQuote =>
          number < 0
            ? { article: articles[place]!, quote: -1 - number, attitude: true }
            : { article: articles[place]!, quote: number }
        )
      })
    }),
    reuse: reuse.map(quotesOf),
    suggestions: suggestions.map(([rule, ...ids]) => ({ rule, entities: ids }))
  })
}

/**
 * The ordinal of an id of `idInArticle`, from what follows the id of ordinal 1 in it; undefined for another kind of id.
 */
function ordinalIn(rest: string): number | undefined {
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

/** How many entities or groups are in a piece. */
const batch = 256

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function pairs<T>(numbers: readonly number[], make: (a: number, b: number) => T): readonly T[] {
  return Array.from({ length: numbers.length / 2 }, (_, index) => make(numbers[2 * index]!, numbers[2 * index + 1]!))
}
