import type {
  EntityEntry,
  EntityMentions,
  FolderSource,
  FoundElsewhere,
  ListState,
  MentionEntry,
  QuoteEntry,
  QuotesElsewhere,
  SidebarCommand,
  SidebarStrings
} from '../../protocol/sidebar'
import type { Filter } from '../shared/filter'

export type SectionId = 'actors' | 'places' | 'quotes' | 'links' | 'repeated'

/** What a row shows. */
export type NodeContent =
  | {
      readonly is: 'section'
      readonly id: SectionId
      readonly label: string
      readonly help: string
      readonly count: number
      readonly of: number
    }
  | {
      readonly is: 'group'
      readonly label: string
      readonly help: string
      readonly title?: string
      readonly count: number
      readonly icon: 'none' | 'article' | 'question'
    }
  | { readonly is: 'entity'; readonly entity: EntityEntry }
  | { readonly is: 'mention'; readonly mention: MentionEntry }
  | { readonly is: 'source'; readonly source: FolderSource; readonly elsewhere: number }
  | { readonly is: 'quote'; readonly quote: QuoteEntry; readonly by: 'speaker' | 'source'; readonly article: string }
  | { readonly is: 'action'; readonly label: string; readonly command: SidebarCommand }
  | { readonly is: 'elsewhere'; readonly label: string; readonly link: string; readonly count: number }
  | { readonly is: 'more'; readonly label: string; readonly link: string; readonly count: number }
  /** Rows of one of the folder's lists that have not come yet, from `from` on. */
  | {
      readonly is: 'pending'
      readonly label: string
      readonly list: string
      readonly from: number
      readonly count: number
      readonly isTall: boolean
    }
  | { readonly is: 'note'; readonly label: string }

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
  readonly stale?: { readonly list: string; readonly from: number }
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
}
