import type { CorpusEntity, EntityReference, SpokenQuote } from './corpus'
import { entityId, entityNumber } from './entityIds'

/**
 * Makes entities of a corpus that take a fraction of the memory: a folder has a hundred thousand, with several references each. Lists
 * of references are made anew at each look. What one call of this function has made shares memory.
 */
export function compactEntities(): (entity: CorpusEntity) => CorpusEntity {
  const articles: string[] = []
  const places = new Map<string, number>()
  let chunk = new Int32Array(0)
  let used = 0

  function placeOf(article: string): number {
    const known = places.get(article)
    if (known !== undefined) return known
    places.set(article, articles.length)
    return articles.push(article) - 1
  }

  /** The numbers of long lists are alone: an entity that stays would keep those of others that are gone. */
  function room(length: number): { readonly numbers: Int32Array; readonly from: number } {
    if (length > chunkLength / 64) return { numbers: new Int32Array(length), from: 0 }
    if (used + length > chunk.length) {
      chunk = new Int32Array(chunkLength)
      used = 0
    }
    used += length
    return { numbers: chunk, from: used - length }
  }

  return (entity) => {
    const { members, quotes } = entity
    const { numbers, from } = room(2 * (members.length + quotes.length))
    let at = from
    for (const member of members) {
      numbers[at++] = placeOf(member.article)
      numbers[at++] = entityNumber(member.entity)
    }
    for (const { article, quote, attitude } of quotes) {
      numbers[at++] = placeOf(article)
      numbers[at++] = attitude ? -1 - quote : quote
    }
    return new CompactEntity(entity, { articles, numbers, from, middle: from + 2 * members.length, to: at })
  }
}

/** `members[0]`, without making the others. */
export function firstMember(entity: CorpusEntity): EntityReference {
  return firstMembers(entity, 1)[0]!
}

/** The first `most` of `members`, without making the others. */
export function firstMembers(entity: CorpusEntity, most: number): readonly EntityReference[] {
  return entity instanceof CompactEntity ? CompactEntity.membersOf(entity, most) : entity.members.slice(0, most)
}

/** 32 bit numbers that are allocated at once: entities that an edit replaces leave gaps, until all of a chunk are gone. */
const chunkLength = 1 << 14

/**
 * Pairs of numbers: an article's index, then an entity's number; from `middle` on the quote's index, which is -1 - index of an
 * attitude.
 */
interface Lists {
  readonly articles: readonly string[]
  readonly numbers: Int32Array
  readonly from: number
  readonly middle: number
  readonly to: number
}

class CompactEntity implements CorpusEntity {
  readonly id: string
  readonly name: string
  readonly type: CorpusEntity['type']
  readonly named: boolean
  declare readonly identity?: string
  declare readonly members: readonly EntityReference[]
  declare readonly quotes: readonly SpokenQuote[]
  readonly #articles: readonly string[]
  readonly #numbers: Int32Array
  readonly #from: number
  readonly #middle: number
  readonly #to: number

  constructor({ id, name, type, named, identity }: CorpusEntity, { articles, numbers, from, middle, to }: Lists) {
    this.id = id
    this.name = name
    this.type = type
    this.named = named
    if (identity !== undefined) this.identity = identity
    // Properties of its own, so that copies have the lists.
    Object.defineProperties(this, lists)
    this.#articles = articles
    this.#numbers = numbers
    this.#from = from
    this.#middle = middle
    this.#to = to
  }

  static membersOf(entity: CompactEntity, most = Infinity): readonly EntityReference[] {
    const from = entity.#from
    const length = Math.min(most, (entity.#middle - from) / 2)
    return Array.from({ length }, (_, index) => entity.#memberAt(from + 2 * index))
  }

  static quotesOf(entity: CompactEntity): readonly SpokenQuote[] {
    const from = entity.#middle
    return Array.from({ length: (entity.#to - from) / 2 }, (_, index) => entity.#quoteAt(from + 2 * index))
  }

  #memberAt(at: number): EntityReference {
    return { article: this.#articles[this.#numbers[at]!]!, entity: entityId(this.#numbers[at + 1]!) }
  }

  #quoteAt(at: number): SpokenQuote {
    const article = this.#articles[this.#numbers[at]!]!
    const quote = this.#numbers[at + 1]!
    return quote < 0 ? { article, quote: -1 - quote, attitude: true } : { article, quote }
  }
}

/** One function for all entities. */
const lists: PropertyDescriptorMap & ThisType<CompactEntity> = {
  members: {
    enumerable: true,
    get() {
      return CompactEntity.membersOf(this)
    }
  },
  quotes: {
    enumerable: true,
    get() {
      return CompactEntity.quotesOf(this)
    }
  }
}
