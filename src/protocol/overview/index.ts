/**
 * Every message between the overview and its page. The host makes the picture that the page wants, of what the filter leaves
 * of the folder, and posts it whenever that has changed; the page draws it and keeps only which picture it shows, and how.
 *
 * Only the host imports `webviewMessages.ts` itself, which holds the schema of the page's messages.
 */

import type { AnswerMessage, EventMessage, FolderStatus } from '../common'
import type { Picture, PictureKind } from './pictures'
import type { OverviewStrings } from './strings'
import type { OverviewRequest, WebviewEvent } from './webviewMessages'

export type * from '../common'
export * from './limits'
export * from './pictures'
export type * from './strings'
export type * from './webviewMessages'

export interface OverviewState {
  /** The folder's name; "" where none is open. */
  readonly folder: string
  readonly reading: FolderStatus
  readonly filter: string
  /** Undefined before the folder is read. */
  readonly picture?: Picture | undefined
  /** Articles with quotes that the filter leaves, and their quotes, reused ones counted once. */
  readonly articles: number
  readonly quotes: number
}

export type HostEvent =
  | { readonly kind: 'strings'; readonly strings: OverviewStrings }
  | { readonly kind: 'state'; readonly state: OverviewState }
  /** A command asked for this picture. */
  | { readonly kind: 'turn'; readonly picture: PictureKind }

export type HostMessage = EventMessage<HostEvent> | AnswerMessage

/** What the page says, and what it gets in reply. */
export interface WebviewSide {
  readonly event: WebviewEvent
  readonly request: OverviewRequest
  readonly replies: {
    /** TopoJSON with the object `countries`, as text. */
    readonly outlines: string
  }
}
