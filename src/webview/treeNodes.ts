import type { EntityEntry, EntityMentions, LinkEntry, ListState, MentionEntry, QuoteEntry, QuotesElsewhere, SidebarCommand, SidebarStrings } from '../sidebar/protocol'
import type { Filter } from './filter'

export type SectionId = 'actors' | 'places' | 'quotes' | 'links' | 'repeated'

/** What a row shows. */
export type NodeContent =
  | { readonly is: 'section'; readonly id: SectionId; readonly label: string; readonly help: string; readonly count: number; readonly of: number }
  | { readonly is: 'group'; readonly label: string; readonly help: string; readonly count: number; readonly icon: 'none' | 'article' | 'question' }
  | { readonly is: 'entity'; readonly entity: EntityEntry }
  | { readonly is: 'mention'; readonly mention: MentionEntry }
  | { readonly is: 'source'; readonly link: LinkEntry; readonly count: number; readonly elsewhere: number }
  | { readonly is: 'quote'; readonly quote: QuoteEntry; readonly index: number; readonly by: 'speaker' | 'source'; readonly article: string }
  | { readonly is: 'action'; readonly label: string; readonly command: SidebarCommand }
  | { readonly is: 'elsewhere'; readonly label: string; readonly link: string; readonly count: number }
  | { readonly is: 'more'; readonly label: string; readonly link: string; readonly count: number }
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
}

/** All that the tree is a function of. */
export interface TreeInput {
  readonly state: ListState
  readonly strings: SidebarStrings
  readonly filter: Filter
  /** Those that have come from the host so far. */
  readonly mentions: ReadonlyMap<string, EntityMentions>
  readonly elsewhere: ReadonlyMap<string, QuotesElsewhere>
}
