import { nameForms, type EntityType } from '../analysis'

/**
 * The keys by which the corpus finds entities of the same name. All entities that could be the same share a bucket;
 * within it, `full` separates those that cannot be: two full names in the bucket of one last name.
 */
export interface EntityKey {
  /** Null for entities that are never linked across articles, such as unnamed people. `full` is empty then. */
  readonly bucket: string | null
  readonly full: string
  /** The name's words, lower case. */
  readonly words: readonly string[]
  /** Whether it is a short form that is to be matched with a fuller name: a last name, an acronym. */
  readonly short: boolean
  /** Acronyms that the article itself uses for the name. */
  readonly acronyms: readonly string[]
}

/** The names of an entity in an article. */
export interface EntityNames {
  readonly name: string
  readonly type: EntityType
  readonly named: boolean
  /** Those of its aliases that are acronyms, as they are written. */
  readonly acronyms: readonly string[]
  /** `Entity.identity`; null for none. */
  readonly identity: string | null
}

/**
 * The key of an article's entity. An unnamed body gets a bucket when an owner or adjective says which one it is
 * ("Gaza's health ministry"), and anybody unnamed when a person has said who it is.
 */
export function entityKey(entity: EntityNames): EntityKey {
  const written = nameForms.wordsOf(entity.name)
  const words = written.map((word) => word.toLowerCase())
  if (!entity.named) return unnamedKey(entity, words)
  if (entity.type !== 'person') return thingKey(entity, written, words)
  return personKey(nameForms.personWords(entity.name).map((word) => word.toLowerCase()))
}

/** "Falk" and "Adeyemi-Falk" share a bucket: texts shorten hyphenated names to their last half. */
function personKey(words: readonly string[]): EntityKey {
  const last = words.at(-1) ?? ''
  const half = last.slice(last.lastIndexOf('-') + 1) || last
  return {
    bucket: joined('person', half),
    full: joined('person', ...words),
    words,
    short: words.length < 2,
    acronyms: []
  }
}

/**
 * Bodies and places share buckets, because the same name is recognized now as one, now as the other. A long form is in
 * its acronym's bucket.
 */
function thingKey(entity: EntityNames, written: readonly string[], words: readonly string[]): EntityKey {
  const wellKnown = nameForms.wellKnownKey(words)
  const known = (
    entity.type === 'place' ? nameForms.placeKey(wellKnown.split(' ')) : nameForms.bodyKey(wellKnown.split(' '))
  ).split(' ')
  const key = known.join(' ')
  const acronyms = entity.acronyms.map((acronym) => nameForms.wordsOf(acronym)[0]!.toLowerCase())
  const bucket = known.length > 1 ? (acronyms[0] ?? nameForms.acronymsOf(known)[0] ?? key) : key
  const short = wellKnown === words.join(' ') && nameForms.isAcronym(written)
  return { bucket: joined('thing', bucket), full: joined('thing', key), words: known, short, acronyms }
}

/** Last words of bodies of which an owner has only one. */
const uniqueBodies =
  /(?:ministry|military|army|government|police|parliament|administration|campaign|navy|cabinet|embassy|presidency)$/

function unnamedKey(entity: EntityNames, words: readonly string[]): EntityKey {
  const isBody =
    (entity.type === 'organization' || entity.type === 'group') &&
    uniqueBodies.test(words.at(-1) ?? '') &&
    /\p{Lu}/u.test(entity.name.replace(/^the /i, ''))
  if (!isBody) {
    if (entity.identity === null) return { bucket: null, full: '', words, short: false, acronyms: [] }
    const own = identityId(entity.identity)
    return { bucket: own, full: own, words, short: false, acronyms: [] }
  }
  const owner = /^(.*?)(?:['\u2019]s?) (.+)$/u.exec(entity.name)
  const full = joined('described', owner ? `${ownerKey(owner[1]!)}'s ${owner[2]!.toLowerCase()}` : words.join(' '))
  return { bucket: full, full, words, short: false, acronyms: [] }
}

/** The corpus id of whoever has an identity. */
export function identityId(iri: string): string {
  return joined('identity', iri)
}

function ownerKey(owner: string): string {
  const words = nameForms.wordsOf(owner).map((word) => word.toLowerCase())
  return nameForms.wellKnownKey(nameForms.placeKey(words).split(' '))
}

/**
 * Not a template: V8 keeps its result as a tree of the parts, which takes twice the memory as long as the key is kept.
 */
function joined(...words: readonly string[]): string {
  return words.join(' ')
}
