/**
 * Every message between the sidebar's host side and its webview. The host is the source of truth, of the filter, too; the
 * webview keeps only what belongs to the interface (scope, order, what is expanded, where it is scrolled to).
 *
 * The host posts a state whenever what it shows has changed. An answer is true of the state that was posted last before
 * it: so the webview drops answers to what it asked while an older state was shown, and asks again.
 *
 * Only the host imports `webviewMessages.ts` itself, which holds the schema of the webview's messages.
 */

import type { AnswerMessage, EventMessage, HighlightId, FolderStatus } from '../common'
import type { EntityMentions, FoundElsewhere, ListState, QuotesElsewhere } from './articleLists'
import type { FolderState, ListPage } from './folderLists'
import type { CodingsOfCode } from './marks'
import type { EmptyState } from './scope'
import type { SidebarStrings } from './strings'
import type { Scope, SidebarRequest, WebviewEvent } from './webviewMessages'

export { highlightIds, leftOutTone, palette, quoteShade } from '../common'
export type * from '../common'
export type * from './articleLists'
export type * from './facets'
export type * from './folderLists'
export * from './limits'
export * from './lists'
export type * from './marks'
export type * from './scope'
export type * from './keyStrings'
export type * from './strings'
export type * from './webviewMessages'

export type SidebarState = ListState | FolderState | EmptyState

/** A filter that the researcher keeps under a name. */
export interface SavedFilter {
  readonly name: string
  readonly query: string
}

/** Where the cursor is in the state that was posted last. Empty lists: on nothing that is listed. */
export interface CursorPlace {
  /** The article's, or "" for one that is not listed. */
  readonly uri: string
  readonly entities: readonly string[]
  /** Who says the quotes around it: keys of sources. */
  readonly sources: readonly string[]
  /** The mention's first character, or -1. */
  readonly mention: number
  /** The first characters of the quotes around it. */
  readonly quotes: readonly number[]
  /** False where the sidebar itself moved the cursor: the list then stays where the reader clicked. */
  readonly reveal: boolean
}

export type HostEvent =
  | { readonly kind: 'strings'; readonly strings: SidebarStrings }
  | { readonly kind: 'state'; readonly state: SidebarState }
  /** How far the folder is read; the lists stay. */
  | { readonly kind: 'folder'; readonly folder: FolderStatus }
  | { readonly kind: 'cursor'; readonly place: CursorPlace }
  /** The filter, at first and whenever something else than this page changes it. */
  | { readonly kind: 'filter'; readonly filter: string }
  /** Something else than this page wants other lists. */
  | { readonly kind: 'scope'; readonly scope: Scope }
  | { readonly kind: 'searches'; readonly searches: readonly SavedFilter[] }
  | { readonly kind: 'highlights'; readonly shown: Readonly<Record<HighlightId, boolean>> }

export type HostMessage = EventMessage<HostEvent> | AnswerMessage

/** What the webview says, and what it gets in reply. */
export interface WebviewSide {
  readonly event: WebviewEvent
  readonly request: SidebarRequest
  readonly replies: {
    readonly mentions: readonly EntityMentions[]
    readonly codings: CodingsOfCode
    readonly found: FoundElsewhere
    readonly elsewhere: QuotesElsewhere
    readonly page: ListPage
  }
}
