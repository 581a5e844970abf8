import type {
  ArticleEntry,
  EntityEntry,
  EntityKind,
  EntryStatus,
  MentionEntry,
  QuoteEntry,
  FolderStatus
} from '../common'
import type { ArticleMarks, DecidedState } from './marks'
import type { FacetCounts } from './facets'
import type { AttitudesState, Summary } from './scope'

/** All that the lists of an article show. `quotes` holds those of the scope first (`quotesInScope` of them), then repetitions of them in other articles. */
export interface ListState {
  readonly kind: 'list'
  readonly scope: 'article'
  readonly summary: Summary
  /** What the article says about itself, for filters. */
  readonly outlet: string | null
  readonly isoDate: string | null
  readonly facets: FacetCounts
  readonly articles: readonly ArticleEntry[]
  readonly entities: readonly EntityEntry[]
  readonly quotes: readonly QuoteEntry[]
  readonly quotesInScope: number
  /** The same quote again is counted once. */
  readonly distinctQuotes: number
  readonly links: readonly LinkEntry[]
  /** Quotes of the scope whose source was not found: indexes of `quotes`. */
  readonly unattributed: readonly number[]
  readonly reuse: readonly ReuseEntry[]
  /** What researchers have said; without it nobody has. */
  readonly decided?: DecidedState
  readonly marks?: ArticleMarks
  readonly folder: FolderStatus
  readonly attitudes: AttitudesState
}

/** A source with its quotes: indexes of `ListState.quotes`. */
export interface LinkEntry {
  readonly key: string
  readonly name: string
  /** What the folder's lists call it, where that is something else. */
  readonly folderName?: string
  readonly kind: EntityKind
  readonly named: boolean
  readonly description: string
  /** In this article. */
  readonly quotes: readonly number[]
  /** The number of words of each of `quotes`. */
  readonly quoteWords: readonly number[]
  /** How many of them there are when the same quote again is counted once. */
  readonly distinct: number
  /** How many there are in the folder's other articles, counted in the same way; `elsewhere` requests bring them. */
  readonly elsewhere: number
  /** In so many articles. */
  readonly elsewhereArticles: number
  /** This source's part of all quoted words in the scope, 0 to 1. */
  readonly share: number
  readonly status?: EntryStatus
}

/** The same quote again: indexes of `ListState.quotes`, and how often it occurs, which may be more than are listed. */
export interface ReuseEntry {
  readonly key: string
  readonly quotes: readonly number[]
  readonly times: number
}

/** A stretch of a source's quotes in other articles that match the filter, in order; `article` of its quotes indexes its own articles. */
export interface QuotesElsewhere {
  readonly key: string
  readonly filter: string
  readonly articles: readonly ArticleEntry[]
  readonly quotes: readonly QuoteEntry[]
  /** How many there are; `quotes` may be only the first of them. */
  readonly total: number
}

/**
 * What the filter finds beyond the state: how many quotes of the article's sources in other articles (the same one counted
 * once), by the key of the link, and how many codings of the article, by the id of the code.
 */
export interface FoundElsewhere {
  readonly filter: string
  readonly counts: readonly (readonly [key: string, count: number])[]
  readonly codings?: readonly (readonly [code: string, count: number])[]
}

/** The mentions of one entity in one article; `article` indexes `ListState.articles`. */
export interface MentionGroup {
  readonly article: number
  readonly mentions: readonly MentionEntry[]
}

export interface EntityMentions {
  readonly key: string
  readonly groups: readonly MentionGroup[]
}
