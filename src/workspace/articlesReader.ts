import type { Uri } from 'vscode'
import type { Engine } from '../analysis'
import type { Cancellation } from '../util/cancellation'
import type { AnalyzerSource } from './analyzerSource'
import { slicedAnalyzer } from './articleAnalyzer'
import type { ArticleDocuments, OpenArticle } from './articleDocuments'
import type { FolderContents } from './folderContents'
import type { FolderFiles } from './folderFiles'
import { readFolder } from './folderReading'
import type { CachedRecord, FolderStore } from './folderStore'

/** Reads articles of a folder into its contents. */
export interface ArticlesReader {
  /** Reads articles; those with unsaved changes are taken from their editors. */
  read(uris: readonly Uri[], tools: ReadingTools, reading: Reading): Promise<void>
  /** Takes an article as its file is, unless an editor has it with changes that were made while the file was read. */
  take(uri: Uri, cached: CachedRecord): void
  isUnsaved(uri: Uri): boolean
}

export interface ReadingTools {
  readonly engine: Engine
  readonly store: FolderStore
}

export interface Reading {
  readonly token: Cancellation
  /** Called with how many of the articles are done. */
  readonly progress: (done: number) => void
}

export interface ArticlesReaderOptions {
  readonly contents: FolderContents
  readonly files: Pick<FolderFiles, 'access'>
  readonly documents: Pick<ArticleDocuments, 'unsaved'>
  readonly analyzers?: AnalyzerSource | undefined
  /** Saves what was read so far. Never rejects. */
  readonly save: (store: FolderStore) => Promise<void>
}

export function articlesReader(options: ArticlesReaderOptions): ArticlesReader {
  const { contents, files, documents, analyzers, save } = options

  function unsaved(uri: Uri): OpenArticle | undefined {
    return documents.unsaved().find(({ id, problem }) => id === uri.toString() && !problem)
  }

  function take(uri: Uri, cached: CachedRecord): void {
    const open = unsaved(uri)
    if (open) contents.takeOpen(open)
    else contents.take(uri, cached)
  }

  return {
    async read(uris, { engine, store }, { token, progress }) {
      const byId = new Map(uris.map((uri) => [uri.toString(), uri]))
      for (const open of documents.unsaved()) {
        if (open.problem || !byId.delete(open.id)) continue
        contents.takeOpen(open)
      }
      const fromEditors = uris.length - byId.size
      await readFolder([...byId.keys()], {
        files: files.access(byId),
        store,
        analyzer: async (count) => (await analyzers?.(engine, count)) ?? slicedAnalyzer(engine),
        isWanted: () => !token.isCancellationRequested,
        took: (id, cached) => take(byId.get(id)!, cached),
        noted: (id, remarks) => contents.note(byId.get(id)!, remarks),
        failed: (id, problem) => contents.fail(byId.get(id)!, problem),
        save: () => save(store),
        progress: (done) => progress(fromEditors + done)
      })
    },
    take,
    isUnsaved: (uri) => unsaved(uri) !== undefined
  }
}
