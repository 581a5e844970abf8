import type { Span } from '../article'

export type EntityType = 'person' | 'organization' | 'group' | 'place'
export type MentionForm = 'name' | 'nominal' | 'pronoun'
export type QuoteKind = 'direct' | 'indirect' | 'mixed'
export type QuoteAct = 'speech' | 'attitude'

/** Why a fact is believed: the name of the rule (or model) that found it, and how sure it is, 0 to 1. */
export interface Evidence {
  readonly rule: string
  readonly confidence: number
  /** Who decided it: the annotator's name. Undefined for what nobody has decided about. */
  readonly decidedBy?: string
}

/** A name as the recogniser finds it, before anybody knows who it is. The span is the proper name alone, without 's. */
export interface NamedMention extends Span, Evidence {
  readonly type: EntityType
  /** Of a place: it stands for a government, an army or a team. */
  readonly acting: boolean
  /** The title, role or apposition that introduces the name ("Israeli Prime Minister", "the former ambassador"). */
  readonly description: Span | null
}

/** A span that refers to somebody or somewhere. `entity` is an id of `Analysis.entities`. */
export interface Mention extends NamedMention {
  readonly form: MentionForm
  readonly entity: string
}

/** A populated place or country of the offline data package. */
export interface PlaceRecord {
  readonly name: string
  readonly kind: 'country' | 'region' | 'capital' | 'city'
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string
  readonly countryName: string
  /** Degrees, north and east positive. */
  readonly latitude: number
  readonly longitude: number
  /** Inhabitants; null when the data does not say. */
  readonly population: number | null
}

/** Who or what mentions refer to. `named` is false for "a senior party official": `name` is then a readable description. */
export interface Entity {
  readonly id: string
  readonly name: string
  readonly type: EntityType
  readonly named: boolean
  /** The IRI that a person gave it: entities of equal identities are one in every article, of different ones never. */
  readonly identity?: string
  /** Other names used in the text, longest first, without `name`. */
  readonly aliases: readonly string[]
  /** How the text describes it, in order of appearance, without repetition. */
  readonly descriptions: readonly string[]
  /** Indexes of `Analysis.mentions`, ascending. */
  readonly mentions: readonly number[]
  /** The most likely records of a place, the chosen one first; empty for actors and unknown places. */
  readonly places: readonly PlaceRecord[]
}

/** Content, cue and source as the text has them, before the source is identified. Pieces are ordered and do not overlap. */
export interface Attribution extends Evidence {
  readonly content: readonly Span[]
  readonly cue: readonly Span[] | null
  readonly source: readonly Span[] | null
  readonly kind: QuoteKind
  readonly act: QuoteAct
}

/** An attribution with its speaker: an id of `Analysis.entities`, and the sieve that decided it. */
export interface Quote extends Attribution {
  readonly speaker: string | null
  readonly speakerRule: string | null
}

/** Quotes of one speaker: indexes of `Analysis.quotes`, ascending. A link has at least one quote. */
export interface Link {
  readonly speaker: string
  readonly quotes: readonly number[]
}

/** All that the engine says about one article. Mentions and quotes are ordered by their first character. */
export interface Analysis {
  readonly mentions: readonly Mention[]
  readonly entities: readonly Entity[]
  readonly quotes: readonly Quote[]
  readonly links: readonly Link[]
}

/** A quote that a person made (the command line's `quotes`): taken as it is, only its speaker is resolved. */
export interface GivenQuote {
  readonly content: readonly Span[]
  readonly cue: readonly Span[] | null
  readonly source: readonly Span[] | null
  readonly kind: QuoteKind
  readonly act?: QuoteAct
}
