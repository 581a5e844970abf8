import { corpusIndex, recordSummary, stringPool, type ArticleSummary, type Corpus } from '../corpus'
import { workSlices } from '../util/slices'
import type { CachedRecord } from './folderStore'

/**
 * Links the articles of a folder and updates the corpus when they change, in slices of time. `id` is
 * `AnalyzedArticle.id`.
 */
export interface CorpusBuilder {
  /** Brings the corpus up to date at once where only a few articles have changed; otherwise does nothing. */
  followFewChanges(): void
  /** Whether the corpus of the last `onComplete` includes every change. */
  isUpToDate(): boolean
  put(id: string, cached: CachedRecord): void
  /** Its summary is made when it is linked: whoever announces an article need not wait for it. */
  putArticle(id: string, summary: () => ArticleSummary): void
  remove(id: string): void
  /** Announces a saved corpus of the articles put so far as complete, before they are linked. */
  adopt(corpus: Corpus): void
  /**
   * Brings the corpus up to date. A second call joins the first. False when `isWanted` returned false before the end.
   */
  settle(isWanted?: () => boolean): Promise<boolean>
}

/** Up to this many changed articles are linked without a pause: some 20 ms in a folder of 10,000. */
const fewChanges = 8

/** Makes the new summary of a changed article; null for a removed one. */
type Change = (() => ArticleSummary) | null

/** `onComplete` is called with each corpus that includes every change. */
export function corpusBuilder(onComplete: (corpus: Corpus) => void): CorpusBuilder {
  const index = corpusIndex()
  let strings = stringPool()
  const changes = new Map<string, Change>()
  let isUpToDate = false
  /** All articles but those of `changes` are in the index. */
  let isBuilt = false
  let settling: Promise<boolean> | undefined

  function change(id: string, newSummary: Change): void {
    changes.set(id, newSummary)
    isUpToDate = false
  }

  function apply(id: string, newSummary: Change): void {
    changes.delete(id)
    if (newSummary) index.put(newSummary())
    else index.remove(id)
  }

  /** Applies the rest of the changes without a pause. Cheap once `isBuilt`. */
  function complete(): void {
    for (const [id, newSummary] of changes) apply(id, newSummary)
    isUpToDate = true
    isBuilt = true
    // What thousands of articles say in the same words is shared by now; to find it again for a few changed ones takes 20 MB.
    strings = stringPool()
    // Also when nothing changed: it replaces an adopted corpus, which shares no lists with the index.
    onComplete(index.corpus())
  }

  async function work(isWanted: () => boolean): Promise<boolean> {
    const slices = workSlices()
    do {
      for (const [id, newSummary] of changes) {
        apply(id, newSummary)
        await slices.rest()
        if (!isWanted()) return false
      }
      for (const step of index.prepare()) {
        void step
        await slices.rest()
        if (!isWanted()) return false
      }
    } while (changes.size > 0)
    complete()
    return true
  }

  return {
    followFewChanges() {
      if (!isUpToDate && isBuilt && changes.size <= fewChanges) complete()
    },
    isUpToDate: () => isUpToDate,
    put: (id, cached) => change(id, () => recordSummary(cached.record, id, strings)),
    putArticle: change,
    remove: (id) => change(id, null),
    adopt(corpus) {
      isUpToDate = true
      onComplete(corpus)
    },
    async settle(isWanted = () => true) {
      if (isUpToDate && changes.size === 0) return true
      settling ??= work(isWanted).finally(() => {
        settling = undefined
      })
      return settling
    }
  }
}
