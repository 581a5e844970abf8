import type { ArticleFormat } from '../article'
import type { ArticleRecord } from '../corpus'

/** What the host tells the worker: a model that it asked for (undefined when it cannot be read), and articles to read. */
export type WorkerTask =
  | { readonly type: 'model'; readonly file: string; readonly bytes: Uint8Array | undefined }
  | { readonly type: 'article'; readonly id: number; readonly text: string; readonly format: ArticleFormat }

/** What the worker says: which models it needs, that it can begin, then one answer an article, in the order in which they came. */
export type WorkerAnswer =
  | { readonly type: 'needs'; readonly file: string }
  | { readonly type: 'ready'; readonly version: string }
  | { readonly type: 'record'; readonly id: number; readonly record: ArticleRecord }
  | { readonly type: 'failed'; readonly id: number; readonly reason: string }
