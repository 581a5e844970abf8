/** The messages between the reading view and its host. */

import type { AnswerMessage, EventMessage } from '../common'
import type { ReadingState } from './layout'
import type { ReadingStrings } from './strings'
import type { WebviewEvent } from './webviewMessages'

export type * from './layout'
export type * from './strings'
export type * from './webviewMessages'

/** What a page begins with: what it was like when it was last seen. */
export interface KeptReading {
  /** UTF-16 units of the source: the first word in sight. */
  readonly top: number
  /** The key of the source that is lit. */
  readonly lit: string | null
  /** What stands in the margin. */
  readonly names: boolean
  readonly codes: boolean
}

export type HostEvent =
  | { readonly kind: 'strings'; readonly strings: ReadingStrings }
  | { readonly kind: 'kept'; readonly kept: KeptReading }
  | { readonly kind: 'state'; readonly state: ReadingState }
  /** Goes to these words and selects them; `lit` lights a source. */
  | {
      readonly kind: 'reveal'
      readonly start: number
      readonly end: number
      readonly focus: boolean
      readonly lit?: string
    }
  /** The next or previous quote of the source at the caret, or of the one that is lit. */
  | { readonly kind: 'step'; readonly direction: 'next' | 'previous' }

export type HostMessage = EventMessage<HostEvent> | AnswerMessage

/** The page asks nothing that needs an answer. */
export interface WebviewSide {
  readonly event: WebviewEvent
  readonly request: never
  readonly replies: Readonly<Record<never, never>>
}
