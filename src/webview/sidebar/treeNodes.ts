import type {
  CodeEntry,
  CodingEntry,
  CodingsOfCode,
  EntityEntry,
  EntryStatus,
  EntityMentions,
  FolderSource,
  FoundElsewhere,
  ListAddress,
  ListState,
  MemoEntry,
  MentionEntry,
  QuoteEntry,
  QuotesElsewhere,
  ReviewEntry,
  SidebarCommand,
  SidebarStrings,
  NameType,
  SourceOrder
} from '../../protocol/sidebar'
import type { Filter } from '../shared/filter'

export const partIds = ['sources', 'names', 'marks'] as const
/** The parts of the sidebar, from the top. */
export type PartId = (typeof partIds)[number]

/** A part with its list. Counts are of what the filter leaves, totals of what there is. */
export interface Part {
  readonly id: PartId
  readonly label: string
  readonly help: string
  readonly count: number
  readonly total: number
  /** In place of the count. */
  readonly badge?: string
  readonly nodes: readonly TreeNode[]
  /** Of names: how many are left of each type. */
  readonly types?: Readonly<Record<NameType, number>>
  /** What is said where there is no row. */
  readonly nothing: string
}

/** What a row shows. */
export type NodeContent =
  | {
      readonly kind: 'group'
      readonly label: string
      readonly help: string
      readonly title?: string
      readonly count: number
      readonly icon: 'none' | 'article' | 'question' | 'copy' | 'flag'
    }
  | {
      readonly kind: 'entity'
      readonly entity: EntityEntry
      readonly codes: readonly CodeEntry[]
      readonly columns: EntityColumns
    }
  | { readonly kind: 'mention'; readonly mention: MentionEntry; readonly codes: readonly CodeEntry[] }
  | {
      readonly kind: 'source'
      readonly source: FolderSource
      readonly status: EntryStatus | undefined
      /** What it says in other articles than the one that the list is of, and in how many. */
      readonly elsewhere: number
      readonly elsewhereArticles: number
      /** How many quotes the longest bar stands for. */
      readonly most: number
      /** Whether the list is of several articles. */
      readonly isOfFolder: boolean
    }
  | {
      readonly kind: 'quote'
      readonly quote: QuoteEntry
      readonly codes: readonly CodeEntry[]
      readonly by: 'speaker' | 'source'
      readonly article: string
    }
  | { readonly kind: 'code'; readonly code: CodeEntry; readonly count: number }
  | { readonly kind: 'coding'; readonly coding: CodingEntry }
  | { readonly kind: 'memo'; readonly memo: MemoEntry }
  | { readonly kind: 'review'; readonly review: ReviewEntry; readonly article: string }
  | { readonly kind: 'action'; readonly label: string; readonly command: SidebarCommand }
  /** Shows the quotes that a filter leaves in their panel. */
  | { readonly kind: 'quotes'; readonly label: string; readonly help: string; readonly filter: string }
  | { readonly kind: 'elsewhere'; readonly label: string; readonly link: string; readonly count: number }
  /** `of` is the key of a source, or the id of a code. */
  | {
      readonly kind: 'more'
      readonly label: string
      readonly list: 'elsewhere' | 'codings'
      readonly of: string
      readonly count: number
    }
  /** Rows `from` to `from + count` of one of the folder's lists, which have not been loaded yet: one tall row. */
  | {
      readonly kind: 'pending'
      readonly label: string
      readonly list: ListAddress
      readonly from: number
      readonly count: number
      readonly isTall: boolean
      /** The host could not make them: they are not requested again in this state. */
      readonly isFailed: boolean
    }
  | { readonly kind: 'note'; readonly label: string }

/** How many characters the longest number of each column beside names takes. */
export interface EntityColumns {
  readonly mentions: number
  readonly acting: number
  readonly quotes: number
}

/** Where a click on the row goes. */
export interface Target {
  readonly uri: string
  readonly start: number
  readonly end: number
}

export interface TreeNode {
  readonly key: string
  readonly content: NodeContent
  readonly target?: Target
  /** What can be looked at without opening the row: a place, or the first of a list. */
  readonly peek?: Target | { readonly list: ListAddress }
  /** What decisions on the row are about, where that is not `target`. */
  readonly subject?: Target
  /** Undefined for a leaf. Called only when the row is open. */
  readonly children?: () => readonly TreeNode[]
  /** Whether it is open before the reader touches it. */
  readonly isOpen?: boolean
  /** The page that the row came with, where that belongs to an older state: it is to be requested again. */
  readonly stale?: { readonly list: ListAddress; readonly from: number }
}

/** What an article's tree is computed from. */
export interface TreeInput {
  readonly state: ListState
  /** Those that are used in it, by their ids. */
  readonly codes: ReadonlyMap<string, CodeEntry>
  readonly strings: SidebarStrings
  readonly filter: Filter
  /** The filter as the reader typed it. */
  readonly typed: string
  /** What sources are sorted by. */
  readonly order: SourceOrder
  /** The types of names that are shown; none for all. */
  readonly types: readonly NameType[]
  /** Those that the host has sent so far. */
  readonly mentions: ReadonlyMap<string, EntityMentions>
  readonly elsewhere: ReadonlyMap<string, QuotesElsewhere>
  readonly codings: ReadonlyMap<string, CodingsOfCode>
  /** What the filter finds in other articles and among the codings, once the host has looked. */
  readonly found: FoundElsewhere | undefined
  /** Topics (`topics` in model.ts) of requests that failed. */
  readonly failed: ReadonlySet<string>
}
