import type { ArticleFormat } from '../article'
import type { ArticleRecord } from '../corpus'

/** What the host sends the worker: a model that it asked for (undefined when it cannot be read), and articles to read. */
export type WorkerTask =
  | { readonly kind: 'model'; readonly file: string; readonly bytes: Uint8Array | undefined }
  | { readonly kind: 'article'; readonly id: number; readonly text: string; readonly format: ArticleFormat }

/** What the worker sends: which models it needs, that it is ready, then one answer an article, in the order in which they came. */
export type WorkerAnswer =
  | { readonly kind: 'needs'; readonly file: string }
  | { readonly kind: 'ready'; readonly version: string }
  | { readonly kind: 'record'; readonly id: number; readonly record: ArticleRecord }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string }
