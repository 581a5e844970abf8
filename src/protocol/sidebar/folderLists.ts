import type {
  ArticleEntry,
  EntityEntry,
  EntityKind,
  EntryStatus,
  KindCounts,
  MentionEntry,
  QuoteEntry,
  FolderStatus
} from '../common'
import type { FacetCounts } from './facets'
import type { CodingEntry, DecidedState, ReviewEntry } from './marks'
import type { NameType } from './lists'
import type { ListAddress } from './webviewMessages'
import type { AttitudesState, Summary } from './scope'

/** The folder's lists: how much is in them under the filter, and their first pages. Other pages come as replies to `page` requests. */
export interface FolderState {
  readonly kind: 'folder'
  readonly scope: 'folder'
  /** What the lists are filtered by, as it was typed. */
  readonly filter: string
  readonly summary: Summary
  readonly articles: number
  /** In how many of them quotes match. */
  readonly articlesWithQuotes: number
  /** Of the quotes the same one again is counted once. */
  readonly tallies: Readonly<Record<'sources' | 'names' | 'quotes' | 'reuse', Tally>> &
    Readonly<Partial<Record<'codes' | 'review', Tally>>>
  readonly facets: FacetCounts
  /** Of the quotes that match. */
  readonly kinds: KindCounts
  /** How many names match of each type. */
  readonly names: Readonly<Record<NameType, number>>
  /** How many quotes the source with the most has: of those that match. */
  readonly mostQuotes: number
  /** Unnamed sources of different articles that may be one. */
  readonly suggested: ListHead
  /** Quotes whose source was not found, by article; `unattributedQuotes` of them. */
  readonly unattributed: ListHead
  readonly unattributedQuotes: number
  readonly reuse: ListHead
  /** Articles with a code, by the code's id, and how often it was given in them; none where nobody has coded. */
  readonly codes?: readonly { readonly code: string; readonly count: number; readonly opens: ListHead }[]
  /** Decisions that wait for a review. */
  readonly review?: ListHead
  /** What researchers have said; without it nobody has. */
  readonly decided?: DecidedState
  readonly pages: readonly ListPage[]
  readonly folder: FolderStatus
  readonly attitudes: AttitudesState
}

/** One of the folder's lists: the address at which its rows are asked for, and how many it has. */
export interface ListHead {
  readonly list: ListAddress
  readonly total: number
}

/** A stretch of one of the folder's lists, from row `from` on. */
export interface ListPage {
  readonly list: ListAddress
  readonly from: number
  readonly rows: readonly ListRow[]
}

/** A row of one of the folder's lists, and the list that it opens to. `key` is unique in its list. */
export type ListRow =
  | {
      readonly kind: 'entity'
      readonly key: string
      readonly entity: EntityEntry
      readonly target: RowTarget
      readonly opens: ListHead
    }
  | { readonly kind: 'article'; readonly key: string; readonly article: ArticleEntry; readonly opens: ListHead }
  | { readonly kind: 'mention'; readonly key: string; readonly mention: MentionEntry; readonly uri: string }
  | { readonly kind: 'source'; readonly key: string; readonly source: FolderSource; readonly opens: ListHead }
  | {
      readonly kind: 'quote'
      readonly key: string
      readonly quote: QuoteEntry
      readonly uri: string
      readonly article: string
      readonly by: 'speaker' | 'source'
      readonly opens: ListHead | null
    }
  | { readonly kind: 'suggestion'; readonly key: string; readonly name: string; readonly opens: ListHead }
  | { readonly kind: 'coding'; readonly key: string; readonly coding: CodingEntry; readonly uri: string }
  | {
      readonly kind: 'review'
      readonly key: string
      readonly review: ReviewEntry
      readonly uri: string
      readonly article: string
    }

/** A row's place in the texts. */
export interface RowTarget {
  readonly uri: string
  readonly start: number
  readonly end: number
}

/** A source. `count` is how many of its quotes match, the same quote again counted once, and `articles` in how many articles. */
export interface FolderSource {
  readonly name: string
  readonly kind: EntityKind
  readonly named: boolean
  readonly description: string
  readonly count: number
  readonly articles: number
  /** Of these quotes. */
  readonly kinds: KindCounts
  readonly share: number
  readonly status?: EntryStatus
}

/** How many entries match the filter, and how many there are. */
export interface Tally {
  readonly count: number
  readonly total: number
}
