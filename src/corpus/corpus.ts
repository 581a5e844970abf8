import type { EntityType } from '../analysis'

/** A quote of an article: `article` is an `AnalyzedArticle.id`, `quote` an index of its `Analysis.quotes`. */
export interface QuoteReference {
  readonly article: string
  readonly quote: number
}

/** A quote with a speaker. */
export interface SpokenQuote extends QuoteReference {
  /** The speaker does not say it, but believes, wants or fears it. */
  readonly attitude?: true
}

/** An entity of an article: `article` is an `AnalyzedArticle.id`, `entity` an id of its `Analysis.entities`. */
export interface EntityReference {
  readonly article: string
  readonly entity: string
}

/** A person, body or place of the whole folder: the articles' entities that are the same. */
export interface CorpusEntity {
  /** Unique in the folder, and stable as long as the entity has the same identity, or without one the same name in the folder. */
  readonly id: string
  readonly name: string
  readonly type: EntityType
  /** Whether it has a name; otherwise `name` is a description. */
  readonly named: boolean
  /** The IRI that a person gave some of its members; members of different ones are never one entity. */
  readonly identity?: string
  /** In order of article (by id) and entity number. */
  readonly members: readonly EntityReference[]
  /** In order of article (by id) and position. */
  readonly quotes: readonly SpokenQuote[]
}

/** Unnamed sources of different articles that may be the same: never merged, but suggested to the researcher. */
export interface CorpusSuggestion {
  /** The rule that found it. */
  readonly rule: string
  /** Ids of `Corpus.entities`, at least two, in order of article. */
  readonly entities: readonly string[]
}

/** The data of a corpus. Deterministic: the same articles give the same parts, whatever order they are added in. */
export interface CorpusParts {
  readonly entities: readonly CorpusEntity[]
  /** Groups of reused quotes, such as agency text and repeated captions. Each group has at least two. */
  readonly reuse: readonly (readonly QuoteReference[])[]
  readonly suggestions: readonly CorpusSuggestion[]
}

/** The articles of a folder linked: the same people, bodies and places across them, and reused quotes. */
export interface Corpus extends CorpusParts {
  /** Who an entity of an article is in the whole folder; undefined where the corpus does not have it. */
  entityOf(reference: EntityReference): CorpusEntity | undefined
  /** Which group of `reuse` a quote belongs to: its index, or -1 for none. */
  reuseGroupOf(quote: QuoteReference): number
}
