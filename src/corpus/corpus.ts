import type { Analysis, EntityType } from '../analysis'

/** One article of a folder. `article` is its stable name: a path, a URI or a JSON line's id. */
export interface CorpusArticle {
  readonly article: string
  readonly text: string
  readonly analysis: Analysis
}

/** `quote` indexes the article's `Analysis.quotes`. */
export interface QuoteReference {
  readonly article: string
  readonly quote: number
}

/** A quote of somebody. */
export interface SpokenQuote extends QuoteReference {
  /** They did not say it: they believe, want or fear it. */
  readonly attitude?: true
}

/** `entity` is an id of the article's `Analysis.entities`. */
export interface EntityReference {
  readonly article: string
  readonly entity: string
}

/** A person, body or place of the whole folder: the articles' entities that are the same. */
export interface CorpusEntity {
  readonly id: string
  readonly name: string
  readonly type: EntityType
  readonly named: boolean
  readonly members: readonly EntityReference[]
  /** In order of article (by name) and position. */
  readonly quotes: readonly SpokenQuote[]
}

/** Unnamed sources of different articles that may be one: never merged, offered to the researcher. */
export interface CorpusSuggestion {
  readonly rule: string
  /** Ids of `Corpus.entities`, at least two, in order of article. */
  readonly entities: readonly string[]
}

/** Deterministic: the same articles give the same corpus in whatever order they come. */
export interface Corpus {
  readonly entities: readonly CorpusEntity[]
  /** Groups of the same quote again: agency text, repeated captions. Each group has at least two. */
  readonly reuse: readonly (readonly QuoteReference[])[]
  readonly suggestions: readonly CorpusSuggestion[]
}
