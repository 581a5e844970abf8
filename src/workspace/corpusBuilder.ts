import { corpusIndex, recordSummary, stringPool, type ArticleSummary, type Corpus } from '../corpus'
import { atOnceOrInSlices, workSlices } from '../util/slices'
import { finish, type Steps } from '../util/steps'
import type { CachedRecord } from './folderStore'

/**
 * Links the articles of a folder and updates the corpus when they change, in slices of time. `id` is
 * `AnalyzedArticle.id`.
 */
export interface CorpusBuilder {
  /**
   * Brings the corpus up to date where only a few articles have changed: at once, or where their summaries take longer than a slice of
   * time when they are made, which `onReady` tells. Otherwise does nothing.
   */
  followFewChanges(): void
  /** Whether the corpus of the last `onComplete` includes every change. */
  isUpToDate(): boolean
  put(id: string, cached: CachedRecord): void
  /** Its summary is made when it is linked: whoever announces an article need not wait for it. */
  putArticle(id: string, summary: () => Steps<ArticleSummary>): void
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
type Change = (() => Steps<ArticleSummary>) | null

/**
 * `onComplete` is called with each corpus that includes every change; `onReady` when `followFewChanges`, which could not do so at once,
 * would do it now.
 */
export function corpusBuilder(
  onComplete: (corpus: Corpus) => void,
  onReady: () => void = () => undefined
): CorpusBuilder {
  const index = corpusIndex()
  let strings = stringPool()
  const changes = new Map<string, Change>()
  let isUpToDate = false
  /** All articles but those of `changes` are in the index. */
  let isBuilt = false
  let settling: Promise<boolean> | undefined
  /** Summaries that were made before they are linked, each with its change. */
  const ready = new Map<string, { readonly change: Change; readonly summary: ArticleSummary }>()
  let preparing: Promise<void> | undefined

  function change(id: string, newSummary: Change): void {
    changes.set(id, newSummary)
    isUpToDate = false
  }

  function apply(id: string, newSummary: Change): void {
    const known = ready.get(id)
    changes.delete(id)
    ready.delete(id)
    if (newSummary) index.put(known?.change === newSummary ? known.summary : finish(newSummary()))
    else index.remove(id)
  }

  function* prepare(id: string): Steps<void> {
    const change = changes.get(id)
    if (!change || ready.get(id)?.change === change) return
    ready.set(id, { change, summary: yield* change() })
  }

  function* prepareAll(): Steps<void> {
    for (const id of changes.keys()) yield* prepare(id)
  }

  /** In slices of time; what changes meanwhile comes with the next try. */
  function completeSoon(): void {
    if (preparing) return
    const prepared = atOnceOrInSlices(prepareAll(), () => !isUpToDate)
    if (!(prepared instanceof Promise)) return complete()
    preparing = prepared
      .finally(() => {
        preparing = undefined
      })
      .then(() => {
        if (!isUpToDate) onReady()
      })
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
      for (const id of changes.keys()) {
        for (const step of prepare(id)) {
          void step
          await slices.rest()
          if (!isWanted()) return false
        }
        apply(id, changes.get(id) ?? null)
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
      if (!isUpToDate && isBuilt && changes.size <= fewChanges) completeSoon()
    },
    isUpToDate: () => isUpToDate,
    put: (id, cached) => change(id, () => atOnce(() => recordSummary(cached.record, id, strings))),
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

/** As a single step. */
function* atOnce<T>(work: () => T): Steps<T> {
  return work()
}
