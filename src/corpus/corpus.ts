import type { EntityType } from '../analysis'

/** `quote` indexes `Analysis.quotes` of the article, which is named by its `AnalyzedArticle.id`. */
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
  /** Nobody else's in the folder, and the same as long as the folder calls it by the same name. */
  readonly id: string
  readonly name: string
  readonly type: EntityType
  readonly named: boolean
  readonly members: readonly EntityReference[]
  /** In order of article (by id) and position. */
  readonly quotes: readonly SpokenQuote[]
}

/** Unnamed sources of different articles that may be one: never merged, offered to the researcher. */
export interface CorpusSuggestion {
  readonly rule: string
  /** Ids of `Corpus.entities`, at least two, in order of article. */
  readonly entities: readonly string[]
}

/** What a corpus consists of. Deterministic: the same articles give the same parts in whatever order they come. */
export interface CorpusParts {
  readonly entities: readonly CorpusEntity[]
  /** Groups of the same quote again: agency text, repeated captions. Each group has at least two. */
  readonly reuse: readonly (readonly QuoteReference[])[]
  readonly suggestions: readonly CorpusSuggestion[]
}

/** The articles of a folder linked: the same people, bodies and places across them, and quotes that are the same one again. */
export interface Corpus extends CorpusParts {
  /** Who an entity of an article is in the whole folder; undefined where the corpus does not know it. */
  entityOf(reference: EntityReference): CorpusEntity | undefined
  /** Which group of `reuse` a quote belongs to: its index, or -1 for none. */
  reuseGroupOf(quote: QuoteReference): number
}
