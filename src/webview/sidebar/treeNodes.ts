import type {
  EntityEntry,
  EntityMentions,
  FolderSource,
  FoundElsewhere,
  ListAddress,
  ListState,
  MentionEntry,
  QuoteEntry,
  QuotesElsewhere,
  SidebarCommand,
  SidebarStrings
} from '../../protocol/sidebar'
import type { Filter } from '../shared/filter'

export type SectionId = 'actors' | 'places' | 'quotes' | 'links' | 'reuse'

/** What a row shows. */
export type NodeContent =
  | {
      readonly kind: 'section'
      readonly id: SectionId
      readonly label: string
      readonly help: string
      readonly count: number
      readonly total: number
    }
  | {
      readonly kind: 'group'
      readonly label: string
      readonly help: string
      readonly title?: string
      readonly count: number
      readonly icon: 'none' | 'article' | 'question'
    }
  | { readonly kind: 'entity'; readonly entity: EntityEntry }
  | { readonly kind: 'mention'; readonly mention: MentionEntry }
  | {
      readonly kind: 'source'
      readonly source: FolderSource
      readonly elsewhere: number
      readonly columns: SourceColumns
    }
  | { readonly kind: 'quote'; readonly quote: QuoteEntry; readonly by: 'speaker' | 'source'; readonly article: string }
  | { readonly kind: 'action'; readonly label: string; readonly command: SidebarCommand }
  | { readonly kind: 'elsewhere'; readonly label: string; readonly link: string; readonly count: number }
  | { readonly kind: 'more'; readonly label: string; readonly link: string; readonly count: number }
  /** Rows of one of the folder's lists that have not come yet, from `from` on. */
  | {
      readonly kind: 'pending'
      readonly label: string
      readonly list: ListAddress
      readonly from: number
      readonly count: number
      readonly isTall: boolean
      /** The host could not make them, so that they are asked for no more in this state. */
      readonly isFailed: boolean
    }
  | { readonly kind: 'note'; readonly label: string }

/** How many characters the longest number of each column of the sources takes; 0 for a column that is empty. */
export interface SourceColumns {
  readonly count: number
  readonly elsewhere: number
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
  /** Undefined for a leaf. Made when the row is open. */
  readonly children?: () => readonly TreeNode[]
  /** Whether it is open before the reader touches it. */
  readonly isOpen?: boolean
  /** It is of a page that may be true no more: which one to ask for again. */
  readonly stale?: { readonly list: ListAddress; readonly from: number }
}

/** All that an article's tree is a function of. */
export interface TreeInput {
  readonly state: ListState
  readonly strings: SidebarStrings
  readonly filter: Filter
  /** The filter as the reader typed it. */
  readonly typed: string
  /** Those that have come from the host so far. */
  readonly mentions: ReadonlyMap<string, EntityMentions>
  readonly elsewhere: ReadonlyMap<string, QuotesElsewhere>
  /** What the filter finds in other articles, once the host has looked. */
  readonly found: FoundElsewhere | undefined
  /** Topics that the host could not say anything about. */
  readonly failed: ReadonlySet<string>
}
