import type { EntryStatus } from './status'

export type QuoteKind = 'direct' | 'indirect' | 'mixed'
export type QuoteAct = 'speech' | 'attitude'

export const actorKinds = ['person', 'organization', 'group', 'acting-place'] as const
export const entityKinds = [...actorKinds, 'place'] as const

/** The types of actors, in the order of a codebook. */
export type ActorKind = (typeof actorKinds)[number]

/** The type of an entity as the lists divide it: a place that acts counts as an actor. */
export type EntityKind = (typeof entityKinds)[number]

/**
 * `uri` names the article in messages; `title` is its headline where it has one, `name` its file, `folder` its folder below the
 * workspace's ("" at the top).
 */
export interface ArticleEntry {
  readonly uri: string
  readonly title?: string
  readonly name: string
  readonly folder: string
}

/** Half open, UTF-16 units; `article` indexes `ListState.articles`, `line` counts from 1. */
export interface TextPlace {
  readonly article: number
  readonly start: number
  readonly end: number
  readonly line: number
}

/** An entry of the names and places. `key` stays the same while the text around it is edited. */
export interface EntityEntry {
  readonly key: string
  readonly name: string
  readonly kind: EntityKind
  readonly named: boolean
  /** How the text describes it, or the country of a place; "" when unknown. */
  readonly description: string
  readonly aliases: readonly string[]
  readonly mentions: number
  /** Of a place: how many of its mentions stand for a government, an army, a team. */
  readonly acting?: number
  readonly quotes: number
  readonly articles: number
  readonly first: TextPlace
  readonly status?: EntryStatus
}

/** A quote on one line. `speaker` is the name of who says it, `source` how the text calls them there; both may be "". */
export interface QuoteEntry extends TextPlace {
  readonly key: string
  readonly text: string
  readonly kind: QuoteKind
  readonly act: QuoteAct
  readonly cue: string
  readonly source: string
  readonly speaker: string
  /** The names of whom it speaks of, in an article's own lists. */
  readonly about?: readonly string[]
  /** Index of `ListState.reuse`, or -1 for a quote that is in none of its groups. */
  readonly reuseGroup: number
  /** How often the same quote occurs; 1 for most. */
  readonly times: number
  readonly status?: EntryStatus
}

/** How many quotes are of each kind. */
export type KindCounts = Readonly<Record<QuoteKind, number>>

/** One mention with the words around it, on one line. */
export interface MentionEntry {
  /** Nobody else's in its article, and the same while other text is edited. */
  readonly key: string
  readonly start: number
  readonly end: number
  readonly line: number
  readonly before: string
  readonly surface: string
  readonly after: string
  /** Of a mention of a place: it stands for a government, an army, a team. */
  readonly isActing?: true
  readonly status?: EntryStatus
}
