import type { ArticleFormat } from '../article'
import type { ArticleRecord } from '../corpus'
import type { EncoderFiles, EncoderProblem, PreparedEncoder } from '../encoder'

/** What a thread's engine reads with beside its models. */
export type GivenEncoder =
  | { readonly kind: 'none' }
  /** To be prepared by the thread, for so many threads where the host lets them share. */
  | { readonly kind: 'files'; readonly files: EncoderFiles; readonly threads: number }
  /** What another thread has prepared, and the number of this thread in it. */
  | { readonly kind: 'shared'; readonly prepared: PreparedEncoder; readonly thread: number }

/** What the host sends the worker. */
export type WorkerTask =
  /** A model that it asked for; undefined when it cannot be read. */
  | { readonly kind: 'model'; readonly file: string; readonly bytes: Uint8Array | undefined }
  | { readonly kind: 'encoder'; readonly given: GivenEncoder }
  /** An article to be read: a record comes back. */
  | { readonly kind: 'article'; readonly id: number; readonly text: string; readonly format: ArticleFormat }
  /** A version of an article that is edited: the analysis comes back, and what it takes of it is kept for the next version. */
  | {
      readonly kind: 'version'
      readonly id: number
      readonly article: string
      readonly text: string
      readonly format: ArticleFormat
    }
  /** Nobody waits for that version any more. */
  | { readonly kind: 'unwanted'; readonly id: number }
  /** That article is not edited any more. */
  | { readonly kind: 'forget'; readonly article: string }

/** What the worker sends: what it needs, that it is ready, then one answer a task, in the order in which they came. */
export type WorkerAnswer =
  | { readonly kind: 'needs'; readonly file: string }
  | { readonly kind: 'needs encoder' }
  /** What it has made of the encoder's files, where other threads can share it. */
  | { readonly kind: 'prepared'; readonly prepared: PreparedEncoder }
  /** With the encoder's problem its engine has none. */
  | { readonly kind: 'ready'; readonly version: string; readonly problem: EncoderProblem | undefined }
  | { readonly kind: 'record'; readonly id: number; readonly record: ArticleRecord }
  /** An `Analysis` as `toParts` makes them. */
  | { readonly kind: 'analysis'; readonly id: number; readonly parts: readonly string[] }
  | { readonly kind: 'unwanted'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string }
