/**
 * Every message between the sidebar's host side and its webview. The host is the source of truth; the webview keeps only
 * what belongs to the interface (scope, filter, what is expanded, where it is scrolled to). Imports nothing but
 * its parts in `protocol/`, and is their only door.
 */

import type { EntityMentions, FoundElsewhere, ListState, QuotesElsewhere } from './articleLists'
import type { FolderState, ListPage } from './folderLists'
import type { EmptyState, FolderStatus, Scope } from './scope'
import type { SidebarStrings } from './strings'

export type * from './articleLists'
export type * from '../common'
export { longestFilter, pageLength } from './folderLists'
export type * from './folderLists'
export type * from './scope'
export type * from './strings'

export type SidebarState = ListState | FolderState | EmptyState

/** Where the cursor is. Empty lists: on nothing that is listed. */
export interface CursorPlace {
  /** The article's, or "" for one that is not listed. */
  readonly uri: string
  readonly entities: readonly string[]
  /** The mention's first character, or -1. */
  readonly mention: number
  /** The first characters of the quotes around it. */
  readonly quotes: readonly number[]
  /** False where the sidebar itself moved the cursor: the list then stays where the reader clicked. */
  readonly reveal: boolean
}

export type HostMessage =
  | { readonly type: 'strings'; readonly strings: SidebarStrings }
  | { readonly type: 'state'; readonly state: SidebarState }
  /** How far the folder is read; the lists stay. */
  | { readonly type: 'folder'; readonly folder: FolderStatus }
  | { readonly type: 'mentions'; readonly revision: number; readonly entities: readonly EntityMentions[] }
  | { readonly type: 'elsewhere'; readonly revision: number; readonly found: QuotesElsewhere }
  | { readonly type: 'found'; readonly revision: number; readonly found: FoundElsewhere }
  | { readonly type: 'page'; readonly revision: number; readonly page: ListPage }
  | { readonly type: 'cursor'; readonly revision: number; readonly place: CursorPlace }

/** `preview` keeps the focus in the list, `open` moves it to the text, `pin` also keeps the tab, `side` opens beside. */
export type OpenHow = 'preview' | 'open' | 'pin' | 'side'

/** Commands that the sidebar may ask for. */
export type SidebarCommand = 'analyzeFolder' | 'openSamples' | 'openFolder'

export type WebviewMessage =
  | { readonly type: 'ready'; readonly scope: Scope; readonly filter: string }
  | { readonly type: 'scope'; readonly scope: Scope; readonly filter: string }
  /** As the reader typed it. */
  | { readonly type: 'filter'; readonly filter: string }
  /** Rows of one of the folder's lists, from `from` on. */
  | { readonly type: 'page'; readonly revision: number; readonly list: string; readonly from: number }
  | { readonly type: 'mentions'; readonly revision: number; readonly keys: readonly string[] }
  | { readonly type: 'elsewhere'; readonly revision: number; readonly key: string; readonly count: number }
  | { readonly type: 'open'; readonly uri: string; readonly start: number; readonly end: number; readonly how: OpenHow }
  | { readonly type: 'attitudes'; readonly shown: boolean }
  | { readonly type: 'command'; readonly command: SidebarCommand }
