import { corpusIndex, recordSummary, stringPool, type ArticleSummary, type Corpus } from '../corpus'
import { workSlices } from '../util/slices'
import type { CachedRecord } from './folderStore'

/** Links the articles of a folder and follows their changes, in slices of time. Articles are named by their id. */
export interface CorpusBuilder {
  /** Brings the corpus up to date where that costs no more than a few changed articles; else it stays as it is. */
  followFewChanges(): void
  /** Whether the corpus announced last knows every change. */
  isUpToDate(): boolean
  put(id: string, cached: CachedRecord): void
  putSummary(summary: ArticleSummary): void
  remove(id: string): void
  /** The corpus of the articles put so far is known from an earlier session. */
  adopt(corpus: Corpus): void
  /** Brings the corpus up to date. A second caller joins. False when `isWanted` says that the result is not needed any more. */
  settle(isWanted?: () => boolean): Promise<boolean>
}

/** So many changed articles are linked at once, without a pause: some 20 ms in a folder of 10,000. */
const fewChanges = 8

/** Gives the new summary of an article; null for one that is gone. */
type Change = (() => ArticleSummary) | null

/** `onComplete` is called with each corpus at the moment when it knows every change. */
export function corpusBuilder(onComplete: (corpus: Corpus) => void): CorpusBuilder {
  const index = corpusIndex()
  const strings = stringPool()
  const changes = new Map<string, Change>()
  /** The corpus announced last knows every change. */
  let isUpToDate = false
  /** All articles are in the index, but for the changes. */
  let isBuilt = false
  let settling: Promise<boolean> | undefined

  function change(id: string, made: Change): void {
    changes.set(id, made)
    isUpToDate = false
  }

  function apply(id: string, made: Change): void {
    changes.delete(id)
    if (made) index.put(made())
    else index.remove(id)
  }

  /** Costs no more than the changes, once all articles are in the index. */
  function complete(): void {
    for (const [id, made] of changes) apply(id, made)
    isUpToDate = true
    isBuilt = true
    // Also when nothing changed: the index shares its lists with its own corpus, not with an adopted one.
    onComplete(index.corpus())
  }

  async function work(isWanted: () => boolean): Promise<boolean> {
    const slices = workSlices()
    do {
      for (const [id, made] of changes) {
        apply(id, made)
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
    putSummary: (summary) => change(summary.id, () => summary),
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
