import type { FolderContents } from './folderContents'
import type { FolderStore } from './folderStore'
import type { Log } from './log'

/** Saves what was read and linked. Never rejects: what is not saved is analyzed again in the next session, so nothing is lost. */
export interface FolderSaver {
  save(store: FolderStore, withCorpus: boolean): Promise<void>
  /** Whether the changing corpus was saved so long ago that it is to be saved again. */
  isCorpusDue(): boolean
}

/**
 * Time between two saves of a changing corpus, in milliseconds: long, because the whole corpus is written each time.
 */
const corpusSaveInterval = 60_000

export function folderSaver(contents: Pick<FolderContents, 'savedCorpus'>, log: Log): FolderSaver {
  let corpusSavedAt = -Infinity
  return {
    async save(store, withCorpus) {
      const corpus = withCorpus ? contents.savedCorpus() : undefined
      if (corpus) corpusSavedAt = performance.now()
      try {
        await store.save(corpus)
      } catch (error) {
        log.warn('What was read could not be kept', error)
      }
    },
    isCorpusDue: () => performance.now() > corpusSavedAt + corpusSaveInterval
  }
}
