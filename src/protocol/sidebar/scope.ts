import type { FolderStatus } from '../common'
import type { Scope } from './webviewMessages'

export interface Summary {
  /** The article's headline, else its file name; the folder's name. */
  readonly title: string
  /** The article's file; "" of a folder. */
  readonly file: string
  /** Agency, place and date as the article states them. */
  readonly details: readonly string[]
  readonly words: number
  readonly quotedWords: number
}

/** `count` is how many attitudes the scope has, shown or not. */
export interface AttitudesState {
  readonly shown: boolean
  readonly count: number
}

export type EmptyReason =
  | 'no-article'
  | 'analyzing'
  | 'binary'
  | 'too-large'
  | 'failed'
  | 'blank'
  | 'code'
  | 'markup'
  | 'not-article'
  | 'no-folder'
  | 'folder-unread'
  | 'folder-reading'
  | 'folder-empty'

/** There is nothing to list, and why. */
export interface EmptyState {
  readonly kind: 'empty'
  readonly scope: Scope
  readonly reason: EmptyReason
  /** Of what is no article: what it is, and why we think so. */
  readonly said?: { readonly title: string; readonly help: string }
  readonly folder: FolderStatus
}
