/** Every message between the quotes panel's host side and its page. The host is the source of truth; the page keeps what is in sight and selected. */

import type { AnswerMessage, EventMessage } from '../common'
import type { Column, PanelRow, PanelScope, Show, WordMatch } from './rows'
import type { PanelStrings } from './strings'
import type { PanelEvent, PanelRequest } from './webviewMessages'

export * from './rows'
export type * from './strings'
export type * from './webviewMessages'

/** What is listed. Rows are asked for by the state's version: of another one they are other rows. */
export interface PanelState {
  readonly version: number
  readonly show: Show
  readonly scope: PanelScope
  readonly words: string
  readonly match: WordMatch
  readonly sort: { readonly column: Column; readonly isDescending: boolean }
  readonly total: number
  /** "98 quotes, 36 sources, 7 articles", or whose article it is, in the user's language; "" where no words are looked for. */
  readonly summary: string
  /** The conditions and words of the filter, each as it is typed. */
  readonly filter: readonly string[]
  /** Why there are no rows, in the user's language; "" where there are some. */
  readonly empty: string
  /** The folder has not been read: offers to. */
  readonly isUnread: boolean
}

export type PanelHostEvent =
  | { readonly kind: 'strings'; readonly strings: PanelStrings }
  | { readonly kind: 'state'; readonly state: PanelState }
  /** Rows are being searched or sorted; null when that is over. 0 to 1. */
  | { readonly kind: 'working'; readonly done: number | null }
  /** The field for words takes the keyboard. */
  | { readonly kind: 'focusWords' }

export type PanelHostMessage = EventMessage<PanelHostEvent> | AnswerMessage

/** What the page says, and what it gets in reply. */
export interface PanelSide {
  readonly event: PanelEvent
  readonly request: PanelRequest
  readonly replies: {
    readonly rows: { readonly version: number; readonly from: number; readonly rows: readonly PanelRow[] }
  }
}
