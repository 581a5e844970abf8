import type { EntityType, PlaceRecord } from '../analysis'
import type { Gender, GrammaticalNumber } from './lexicon/nouns'
import type { NameChain } from './names/nameChains'
import type { ArticleTables } from './articleTables'
import type { Reference } from './references/reference'
import type { Standing } from './standing'

/** What the text says somebody is: "the panel's ranking Democrat" gives family `democrat` and the words before it. */
export interface Role {
  readonly family: string
  readonly standing: Standing
  readonly words: ReadonlySet<string>
}

/** Somebody or something the text speaks of, as far as it has been read. Built and changed by the resolver alone. */
export interface Actor {
  readonly index: number
  readonly chain: NameChain | null
  type: EntityType
  document: boolean
  number: GrammaticalNumber | null
  gender: Gender | null
  /** False when only a single name tells the gender, which may be a last name. */
  genderSure: boolean
  /** The first description, of who has no name. */
  readonly phrase: Reference | null
  readonly roles: Role[]
  readonly members: readonly number[]
  /** Index of the references so far, ascending. */
  readonly references: number[]
  /** The owner of who is described by them: "his lawyer". */
  anchor: Actor | null
  /** The last reference that something is attributed to, said or only wanted; -1 for none. */
  lastSpoke: number
  hasSaid: boolean
  /** Set when the actor turned out to be another one. */
  sameAs: Actor | null
}

/** What is known so far while the article is gone through: who has been mentioned and who spoke. */
export interface Discourse {
  readonly tables: ArticleTables
  readonly references: readonly Reference[]
  readonly actors: Actor[]
  /** Name -> its actor. */
  readonly named: readonly Actor[]
  /** Reference -> its actor, for those read so far. */
  readonly resolved: (Actor | null)[]
  /** Token -> the reference whose head it is, or -1. */
  readonly headAt: Int32Array
  /** Indexes of references that are sources, in the order read. */
  readonly spoken: number[]
  readonly byFamily: Map<string, Actor[]>
  readonly byDescription: Map<string, Actor>
  readonly byAnchor: Map<string, Actor>
  readonly byMembers: Map<string, Actor>
  /** Lower-case written name -> who bears it; filled when first asked for. */
  readonly byWritten: Map<string, Actor>
  /** The words that the article writes without a capital. */
  readonly lowerCase: () => ReadonlySet<string>
  /** What a named place most likely is; null for what the gazetteer does not know. */
  readonly placeKind: (actor: Actor) => PlaceRecord['kind'] | null
  /** The code of the country that a word or name tells: "Norwegian", "Norway"; null where it tells none. */
  readonly countryOf: (word: string) => string | null
}

/** Who an actor turned out to be. */
export function final(actor: Actor): Actor {
  let current = actor
  while (current.sameAs) current = current.sameAs
  return current
}

/** One way to tell who is meant, precise ones first. Its name becomes `Mention.rule` and `Quote.speakerRule`. */
export interface Sieve {
  readonly rule: string
  readonly confidence: number
  /** The actor that the reference at `index` refers to, or null when this sieve cannot tell. */
  resolve(reference: Reference, index: number, discourse: Discourse): Actor | null
}

/** Who speaks in an attribution, and the sieve that told. */
export interface Speaker {
  readonly actor: Actor
  readonly rule: string
}

/** The last of the latest `depth` speakers whom `accept` takes; null when there is none. */
export function lastSpeaker(discourse: Discourse, accept: (actor: Actor) => boolean, depth = 12): Actor | null {
  const { spoken, resolved } = discourse
  for (let at = spoken.length - 1; at >= 0 && at >= spoken.length - depth; at--) {
    const actor = resolved[spoken[at]!]
    if (actor && accept(final(actor))) return final(actor)
  }
  return null
}

/** Who a reference is and the sieve that told. */
export interface Resolution {
  readonly actor: Actor
  readonly rule: string
  readonly confidence: number
}

/** The rule of somebody who is told of for the first time, by no name. */
export const firstMention = 'first-mention'

/** Somebody about whom no more is known than this. */
export function newActor(actors: Actor[], known: Partial<Actor>): Actor {
  const actor: Actor = {
    index: actors.length,
    chain: null,
    type: 'person',
    document: false,
    number: null,
    gender: null,
    genderSure: false,
    phrase: null,
    members: [],
    anchor: null,
    lastSpoke: -1,
    hasSaid: false,
    sameAs: null,
    ...known,
    roles: [...(known.roles ?? [])],
    references: []
  }
  actors.push(actor)
  return actor
}
