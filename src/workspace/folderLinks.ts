import { corpusIndex, pool, recordSummary, type ArticleSummary, type Corpus } from '../corpus'
import { workSlices } from '../util/slices'
import type { KeptRecord } from './folderStore'

/** A folder's links, which follow its articles in slices of time. */
export interface FolderLinks {
  /** The links as they were last complete; undefined before they were for the first time. Does what a few articles' changes cost. */
  corpus(): Corpus | undefined
  /** The same, but undefined where it does not know all changes: what it says of a changed article is of another version. */
  currentCorpus(): Corpus | undefined
  /** As `corpus`, without following any change. */
  lastCorpus(): Corpus | undefined
  put(article: string, kept: KeptRecord): void
  putSummary(summary: ArticleSummary): void
  remove(article: string): void
  /** The links of the articles put so far are known from an earlier session. */
  adopt(corpus: Corpus): void
  /** Makes the links complete, unless they are. A second caller joins. False when `isWanted` says that nobody waits any more. */
  settle(isWanted?: () => boolean): Promise<boolean>
}

/** So many changed articles are followed at once, in the time of a blink. */
const fewChanges = 8

type Change = (() => ArticleSummary) | null

export function folderLinks(): FolderLinks {
  const index = corpusIndex()
  const strings = pool()
  const changes = new Map<string, Change>()
  let known: Corpus | undefined
  /** Something was put that is not in `known`. */
  let isStale = false
  /** All articles are in the index, but for the changes. */
  let isBuilt = false
  let settling: Promise<boolean> | undefined

  function change(article: string, made: Change): void {
    changes.set(article, made)
    isStale = true
  }

  function apply(article: string, made: Change): void {
    changes.delete(article)
    if (made) index.put(made())
    else index.remove(article)
  }

  /** Nothing but the changes' own cost, once all articles are in the index. */
  function complete(): void {
    for (const [article, made] of changes) apply(article, made)
    // Also when nothing changed: the index shares its lists with its own corpus, not with an adopted one.
    known = index.corpus()
    isStale = false
    isBuilt = true
  }

  async function work(isWanted: () => boolean): Promise<boolean> {
    const slices = workSlices()
    do {
      for (const [article, made] of changes) {
        apply(article, made)
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

  function corpus(): Corpus | undefined {
    if (isStale && isBuilt && changes.size <= fewChanges) complete()
    return known
  }

  return {
    corpus,
    currentCorpus() {
      const found = corpus()
      return isStale ? undefined : found
    },
    lastCorpus: () => known,
    put: (article, kept) => change(article, () => recordSummary(kept.record, article, strings)),
    putSummary: (summary) => change(summary.article, () => summary),
    remove: (article) => change(article, null),
    adopt(corpus) {
      known = corpus
      isStale = false
    },
    async settle(isWanted = () => true) {
      if (!isStale && known && changes.size === 0) return true
      if (settling) return settling
      settling = work(isWanted).finally(() => {
        settling = undefined
      })
      return settling
    }
  }
}
