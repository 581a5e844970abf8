import type { EntityType } from '../analysis'
import type { EntityKey } from './entityKey'
import type { QuoteFingerprints } from './quoteFingerprints'
import {
  summaryOf,
  traitsOf,
  type ArticleFacts,
  type ArticleSummary,
  type EntityFacts,
  type EntityTraits
} from './summary'

/**
 * A summary as lines of JSON, without the article's id, because articles of the same content share it, and without the
 * fingerprints. The first line has an array for each entity: its number, then the indexes of its quotes. Each further
 * line has what is stated about one entity, so that equal statements are equal lines.
 */
export type SummaryLines = string

/**
 * `kind` is the index in `types`, plus 4 if named; `country` is 0 for none; `gender` is the index in `genders`; `identity` is left
 * out where nobody gave one.
 */
type PackedFacts = readonly [
  name: string,
  kind: number,
  acronyms: readonly string[],
  descriptionWords: readonly string[],
  offices: readonly string[],
  nations: readonly string[],
  country: string | 0,
  gender: number,
  identity?: string
]

/**
 * Shares equal traits, lists and strings to save memory: a folder's articles name the same people in the same words.
 */
export interface StringPool {
  /** The traits of a line that `summaryLines` has made. */
  traits(line: string): EntityTraits
}

export function summaryLines({ entities }: ArticleFacts): SummaryLines {
  return [
    JSON.stringify(entities.map(({ number, quotes }) => [number, ...quotes])),
    ...entities.map(({ facts }) => packFacts(facts))
  ].join('\n')
}

/** The summary of the article with that id. */
export function readSummaryLines(
  packed: SummaryLines,
  quotes: QuoteFingerprints,
  id: string,
  strings: StringPool
): ArticleSummary {
  const lines = packed.split('\n')
  const numbers = JSON.parse(lines[0]!) as readonly (readonly number[])[]
  return summaryOf(
    id,
    quotes,
    numbers.map((row, index) => ({
      number: row[0]!,
      traits: strings.traits(lines[index + 1]!),
      quotes: row.length < 2 ? none : row.length === 2 ? alone(row[1]!) : row.slice(1)
    }))
  )
}

export function stringPool(): StringPool {
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

  /** Keys are shared by themselves, because a name repeats more often than everything that is stated with it. */
  function sharedKey({ bucket, full, words, short, acronyms }: EntityKey): EntityKey {
    const name = [full, bucket, words.join(' '), acronyms.join(' '), short].join('\n')
    const kept = keys.get(name) ?? {
      bucket: bucket === null ? null : text(bucket),
      full: text(full),
      words: list(words),
      short,
      acronyms: list(acronyms)
    }
    keys.set(name, kept)
    return kept
  }

  return {
    traits(line) {
      const found = known.get(line)
      if (found) return found
      const packed = JSON.parse(line) as PackedFacts
      const [name, kind, acronyms, descriptionWords, offices, nations, country, gender, identity] = packed
      const traits = traitsOf({
        name: text(name),
        type: types[kind % 4]!,
        named: kind >= 4,
        acronyms: list(acronyms),
        descriptionWords: list(descriptionWords),
        offices: list(offices),
        nations: list(nations),
        country: country === 0 ? null : text(country),
        gender: genders[gender] ?? null,
        identity: identity === undefined ? null : text(identity)
      })
      const kept = { ...traits, key: sharedKey(traits.key) }
      // A new string: the line is a slice of the article's whole text of lines, which it would keep in memory.
      known.set(JSON.stringify(packed), kept)
      return kept
    }
  }
}

/** A line of `summaryLines`, which `StringPool.traits` reads. */
export function packFacts({
  name,
  type,
  named,
  acronyms,
  descriptionWords,
  offices,
  nations,
  country,
  gender,
  identity
}: EntityFacts): string {
  const packed = [
    name,
    types.indexOf(type) + 4 * Number(named),
    acronyms,
    descriptionWords,
    offices,
    nations,
    country ?? 0,
    genders.indexOf(gender)
  ] as const
  return JSON.stringify((identity === null ? packed : [...packed, identity]) satisfies PackedFacts)
}

/** Most who are quoted are quoted once in an article: their lists are shared. */
function alone(quote: number): readonly number[] {
  return alones[quote] ?? [quote]
}

const alones = Array.from({ length: 256 }, (_, quote): readonly number[] => [quote])

const types: readonly EntityType[] = ['person', 'organization', 'group', 'place']
const genders: readonly EntityFacts['gender'][] = [null, 'male', 'female']
const none: readonly never[] = []
