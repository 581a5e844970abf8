import type { Engine } from '../analysis'
import type { ArticlesReader } from './articlesReader'
import type { CacheFiles } from './cacheFiles'
import { folderDecider, type FolderDecider } from './folderDecider'
import type { FolderDecisions } from './folderDecisions'
import { openFolderStore, type FolderStore } from './folderStore'
import type { Log } from './log'

/** What reading a folder takes: loaded when it is needed first. */
export interface FolderTools {
  readonly engine: Engine
  readonly store: FolderStore
  readonly decider?: FolderDecider
}

export interface FolderToolsOptions {
  readonly engine: () => Promise<Engine>
  readonly cache?: ((engineVersion: string) => CacheFiles | undefined) | undefined
  /** The version under which results are kept, where threads read with more than this engine. */
  readonly versionOf?: ((engine: Engine) => Promise<string>) | undefined
  readonly decisions?: FolderDecisions | undefined
  /** Takes each article that is decided anew. */
  readonly reader: Pick<ArticlesReader, 'take' | 'isUnsaved'>
  readonly log: Log
}

/** Loads the engine and opens the store on the first call; after a failure on the next one again. */
export function folderTools(options: FolderToolsOptions): () => Promise<FolderTools> {
  const { engine, cache, versionOf, decisions, reader, log } = options
  let opened: Promise<FolderTools> | undefined

  async function open(): Promise<FolderTools> {
    const loaded = await engine()
    const version = versionOf ? await versionOf(loaded) : loaded.version
    const store = await openFolderStore(cache?.(version))
    const decider =
      decisions &&
      folderDecider({
        decisions,
        store,
        isUnsaved: (uri) => reader.isUnsaved(uri),
        took: (uri, cached) => reader.take(uri, cached),
        log
      })
    return { engine: loaded, store, ...(decider && { decider }) }
  }

  return () =>
    (opened ??= open().catch((error: unknown) => {
      opened = undefined
      throw error
    }))
}
