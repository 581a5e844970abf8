import type { Corpus, CorpusEntity, CorpusParts, EntityReference, SpokenQuote } from './corpus'
import { corpusOf } from './linkedCorpus'
import { entityId, entityNumber } from './entityIds'

/**
 * The same corpus in half of the memory, for who keeps it while thousands of articles go by. An entity's lists are made anew at each
 * look.
 */
export function compactCorpus({ entities, reuse, suggestions }: CorpusParts): Corpus {
  const places: Places = {
    articles: [],
    indexes: new Map(),
    members: new Int32Array(2 * count(entities, 'members')),
    quotes: new Int32Array(2 * count(entities, 'quotes')),
    membersEnd: 0,
    quotesEnd: 0
  }
  const compact = entities.map((entity) => new CompactEntity(entity, places))
  places.indexes.clear()
  return corpusOf({ entities: compact, reuse, suggestions })
}

/**
 * Pairs of numbers for all entities, one after the other: an article's index, then the entity's number, or the quote's index (-1 - index of
 * an attitude). Without functions: one of `compactCorpus` would keep in memory what that was given.
 */
interface Places {
  readonly articles: string[]
  /** Of the articles, while the numbers are written. */
  readonly indexes: Map<string, number>
  readonly members: Int32Array
  readonly quotes: Int32Array
  membersEnd: number
  quotesEnd: number
}

function count(entities: readonly CorpusEntity[], list: 'members' | 'quotes'): number {
  return entities.reduce((sum, entity) => sum + entity[list].length, 0)
}

function indexOf({ articles, indexes }: Places, article: string): number {
  const known = indexes.get(article)
  if (known !== undefined) return known
  indexes.set(article, articles.length)
  return articles.push(article) - 1
}

/** A class, so that its hundred thousand objects have no functions of their own. */
class CompactEntity implements CorpusEntity {
  readonly id: string
  readonly name: string
  readonly type: CorpusEntity['type']
  readonly named: boolean
  declare readonly identity?: string
  readonly #places: Places
  readonly #members: number
  readonly #membersEnd: number
  readonly #quotes: number
  readonly #quotesEnd: number

  constructor({ id, name, type, named, identity, members, quotes }: CorpusEntity, places: Places) {
    this.id = id
    this.name = name
    this.type = type
    this.named = named
    if (identity !== undefined) this.identity = identity
    this.#places = places
    this.#members = places.membersEnd
    for (const { article, entity } of members) {
      places.members[places.membersEnd++] = indexOf(places, article)
      places.members[places.membersEnd++] = entityNumber(entity)
    }
    this.#membersEnd = places.membersEnd
    this.#quotes = places.quotesEnd
    for (const { article, quote, attitude } of quotes) {
      places.quotes[places.quotesEnd++] = indexOf(places, article)
      places.quotes[places.quotesEnd++] = attitude ? -1 - quote : quote
    }
    this.#quotesEnd = places.quotesEnd
  }

  get members(): readonly EntityReference[] {
    const { articles, members } = this.#places
    return pairs(members, this.#members, this.#membersEnd, (article, number) => ({
      article: articles[article]!,
      entity: entityId(number)
    }))
  }

  get quotes(): readonly SpokenQuote[] {
    const { articles, quotes } = this.#places
    return pairs(quotes, this.#quotes, this.#quotesEnd, (article, quote) =>
      quote < 0
        ? { article: articles[article]!, quote: -1 - quote, attitude: true }
        : { article: articles[article]!, quote }
    )
  }
}

function pairs<Made>(
  numbers: Int32Array,
  from: number,
  to: number,
  make: (first: number, second: number) => Made
): readonly Made[] {
  return Array.from({ length: (to - from) / 2 }, (_, index) =>
    make(numbers[from + 2 * index]!, numbers[from + 2 * index + 1]!)
  )
}
