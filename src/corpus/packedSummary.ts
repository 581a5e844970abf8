import type { EntityType } from '../analysis'
import type { EntityKey } from './entityKey'
import type { QuotePrints } from './quotePrints'
import { entityId, type ArticleSummary, type EntitySummary } from './summary'

/** JSON with a summary, without its article's name and its quotes' prints: articles of the same content share it. */
export type PackedSummary = readonly PackedEntity[]

/** `bucket` and `full` are 0 where the key is the article's own. `bucket` is 1 where it is `full`, `words` 1 where they are `full` behind its first word. */
type PackedKey = readonly [bucket: string | 0 | 1, full: string | 0, words: string | 1, short: 0 | 1, acronyms: readonly string[]]
type PackedEntity = readonly [
  number: number, name: string, type: EntityType, named: 0 | 1, key: PackedKey, said: readonly string[], offices: readonly string[], nations: readonly string[],
  country: string | null, gender: EntitySummary['gender'], quotes: readonly number[]
]

/** Keeps one of equal strings, lists and keys: a folder's articles speak of the same people in the same words. */
export interface Pool {
  text(text: string): string
  list(texts: readonly string[]): readonly string[]
  key(key: EntityKey): EntityKey
}

export function packSummary({ article, entities }: ArticleSummary): PackedSummary {
  return entities.map((entity): PackedEntity => {
    const { bucket, full, words, short, acronyms } = entity.key
    const joined = words.join(' ')
    const isOwn = full === ownKey(article, entity.number)
    const key: PackedKey = [bucket === full ? 1 : (bucket ?? 0), isOwn ? 0 : full, !isOwn && joined === behindFirst(full) ? 1 : joined, short ? 1 : 0, acronyms]
    return [entity.number, entity.name, entity.type, entity.named ? 1 : 0, key, entity.said, entity.offices, entity.nations, entity.country, entity.gender, entity.quotes]
  })
}

/** The summary of an article of that name. */
export function unpackSummary(packed: PackedSummary, quotes: QuotePrints, article: string, pool: Pool): ArticleSummary {
  const company = new Set<string>()
  const entities = packed.map(([number, name, type, named, [bucket, full, words, short, acronyms], said, offices, nations, country, gender, spoken]): EntitySummary => {
    const own = full === 0
    const whole = own ? ownKey(article, number) : full
    const joined = words === 1 ? behindFirst(whole) : words
    const made: EntityKey = { bucket: bucket === 0 ? null : bucket === 1 ? whole : bucket, full: whole, words: joined === '' ? [] : joined.split(' '), short: short === 1, acronyms }
    const key = own ? { ...made, words: pool.list(made.words), acronyms: pool.list(acronyms) } : pool.key(made)
    if (named) company.add(key.full)
    return { number, name: pool.text(name), type, named: named === 1, key, said: pool.list(said), offices: pool.list(offices), nations: pool.list(nations), country: country && pool.text(country), gender, quotes: spoken.length === 0 ? none : spoken }
  })
  return { article, entities, quotes, company: [...company] }
}

const none: readonly never[] = []

function ownKey(article: string, number: number): string {
  return `${article} ${entityId(number)}`
}

/** "person oda brennvik" -> "oda brennvik". */
function behindFirst(key: string): string {
  return key.slice(key.indexOf(' ') + 1)
}

export function pool(): Pool {
  const texts = new Map<string, string>()
  const lists = new Map<string, readonly string[]>()
  const keys = new Map<string, EntityKey>()
  const text = (given: string) => {
    const known = texts.get(given)
    if (known !== undefined) return known
    texts.set(given, given)
    return given
  }
  const list = (given: readonly string[]) => {
    if (given.length === 0) return none
    const joined = given.join('\n')
    const known = lists.get(joined)
    if (known) return known
    const kept = given.map(text)
    lists.set(joined, kept)
    return kept
  }
  return {
    text,
    list,
    key(given) {
      const joined = `${given.bucket}\n${given.full}\n${given.short}\n${given.words.join(' ')}\n${given.acronyms.join(' ')}`
      const known = keys.get(joined)
      if (known) return known
      const kept = { ...given, words: list(given.words), acronyms: list(given.acronyms) }
      keys.set(joined, kept)
      return kept
    }
  }
}
