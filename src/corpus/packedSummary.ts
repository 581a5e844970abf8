import type { EntityType } from '../analysis'
import type { EntityKey } from './entityKey'
import type { QuotePrints } from './quotePrints'
import { summaryOf, type ArticleSummary, type EntityTraits } from './summary'

/**
 * A summary as lines of JSON, without its article's name and its quotes' prints: articles of the same content share it. The
 * first line has an array for each entity, its number and then its quotes; the others one entity's traits each, so
 * that equal traits are equal lines.
 */
export type PackedSummary = string

/** `bucket` is 0 where there is none, 1 where it is `full`; `words` is 1 where they are `full` behind its first word. */
type PackedKey = readonly [bucket: string | 0 | 1, full: string, words: string | 1, short: 0 | 1, acronyms: readonly string[]]
type PackedTraits = readonly [
  name: string, type: EntityType, named: 0 | 1, key: PackedKey, said: readonly string[], offices: readonly string[], nations: readonly string[],
  country: string | null, gender: EntityTraits['gender']
]

/** Keeps one of equal traits, keys and lists: a folder's articles speak of the same people in the same words. */
export interface Pool {
  traits(line: string): EntityTraits
}

export function packSummary({ entities }: ArticleSummary): PackedSummary {
  return [JSON.stringify(entities.map(({ number, quotes }) => [number, ...quotes])), ...entities.map(({ traits }) => packTraits(traits))].join('\n')
}

/** The summary of an article of that name. */
export function unpackSummary(packed: PackedSummary, quotes: QuotePrints, article: string, pool: Pool): ArticleSummary {
  const lines = packed.split('\n')
  const numbers = JSON.parse(lines[0]!) as readonly (readonly number[])[]
  return summaryOf(article, quotes, numbers.map((row, index) => ({ number: row[0]!, traits: pool.traits(lines[index + 1]!), quotes: row.length < 2 ? none : row.slice(1) })))
}

export function pool(): Pool {
  const known = new Map<string, EntityTraits>()
  const texts = new Map<string, string>()
  const lists = new Map<string, readonly string[]>()
  const keys = new Map<string, EntityKey>()

  function text(given: string): string {
    const kept = texts.get(given)
    if (kept !== undefined) return kept
    texts.set(given, given)
    return given
  }

  function list(given: readonly string[]): readonly string[] {
    if (given.length === 0) return none
    const joined = given.join('\n')
    const kept = lists.get(joined) ?? given.map(text)
    lists.set(joined, kept)
    return kept
  }

  function key(packed: PackedKey): EntityKey {
    const joined = JSON.stringify(packed)
    const kept = keys.get(joined) ?? unpackKey(packed, list)
    keys.set(joined, kept)
    return kept
  }

  return {
    traits(line) {
      const kept = known.get(line)
      if (kept) return kept
      const packed = JSON.parse(line) as PackedTraits
      const [name, type, named, packedKey, said, offices, nations, country, gender] = packed
      const traits: EntityTraits = { name: text(name), type, named: named === 1, key: key(packedKey), said: list(said), offices: list(offices), nations: list(nations), country: country && text(country), gender }
      // Written again: the line itself is a window on its whole article's, which would stay with it.
      known.set(JSON.stringify(packed), traits)
      return traits
    }
  }
}

function packTraits({ name, type, named, key: { bucket, full, words, short, acronyms }, said, offices, nations, country, gender }: EntityTraits): string {
  const joined = words.join(' ')
  const key: PackedKey = [bucket === null ? 0 : bucket === full ? 1 : bucket, full, bucket !== null && joined === behindFirst(full) ? 1 : joined, short ? 1 : 0, acronyms]
  return JSON.stringify([name, type, named ? 1 : 0, key, said, offices, nations, country, gender] satisfies PackedTraits)
}

function unpackKey([bucket, full, words, short, acronyms]: PackedKey, list: (texts: readonly string[]) => readonly string[]): EntityKey {
  const joined = words === 1 ? behindFirst(full) : words
  return { bucket: bucket === 0 ? null : bucket === 1 ? full : bucket, full, words: joined === '' ? none : list(joined.split(' ')), short: short === 1, acronyms: list(acronyms) }
}

const none: readonly never[] = []

/** "person oda brennvik" -> "oda brennvik". */
function behindFirst(key: string): string {
  return key.slice(key.indexOf(' ') + 1)
}
