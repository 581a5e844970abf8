import { articleFormat, decodeText, fileRemarks, type TextRemark } from '../article'
import type { ArticleRecord } from '../corpus'
import { concurrently } from '../util/concurrently'
import type { ArticleAnalyzer } from './articleAnalyzer'
import { byRulesKey } from './byRules'
import { contentKey } from './cacheFiles'
import type { FileStamp } from './fileStamp'
import type { CachedRecord, FolderStore } from './folderStore'

/**
 * Why an article of the folder has no result: its file is gone, is a pipe or a device, cannot be read, is not a text, is
 * too large, or its analysis failed.
 */
export type ReadingProblem = 'missing' | 'no-file' | 'unreadable' | 'binary' | 'too-large' | 'failed'

/** The files of a folder, by name. */
export interface ArticleFiles {
  stat(name: string): Promise<FileStamp>
  read(name: string): Promise<Uint8Array>
  /** The problem to report for an error of `stat`, of `read` or of the analysis. */
  problem(name: string, error: unknown): ReadingProblem
  /** The longest article to be read, in UTF-16 units. */
  limit(name: string): number
}

export interface FolderReading {
  readonly files: ArticleFiles
  readonly store: FolderStore
  /**
   * Makes an analyzer for a job of `articles` articles; called at most once, when files have changed. `readFolder`
   * disposes of it.
   */
  readonly analyzer: (articles: number) => Promise<ArticleAnalyzer>
  readonly isWanted: () => boolean
  /** Called with the result of each file. */
  readonly took: (name: string, cached: CachedRecord) => void
  /** Called for each file that is read, with what is to be said of it; of most nothing. */
  readonly noted: (name: string, remarks: readonly TextRemark[]) => void
  /** Called for each file without a result. */
  readonly failed: (name: string, problem: ReadingProblem) => void
  /** Saves the store. Never rejects. */
  readonly save: () => Promise<void>
  /** Called with the number of files that are done. */
  readonly progress: (done: number) => void
}

/**
 * How many files are checked for changes, and how many are read, at the same time: enough to hide a slow disk or network, and
 * that VS Code itself answers from another process.
 */
const concurrentStats = 256
const concurrentReads = 8
/** Results are saved each time this many articles are done, so that a long reading that is stopped can be continued. */
const articlesPerSave = 1000
/** So are results of this long: with a language model an article takes a tenth of a second or more. */
const millisecondsPerSave = 60_000
/** How often it is checked whether the reading was cancelled. Milliseconds. */
const cancelCheckInterval = 50
/** A file with more bytes than this for each UTF-16 unit of the limit is rejected without being read. */
const bytesPerCharacter = 4

/**
 * Takes the files that have not changed from the store, and reads and analyzes the others. Stops soon after `isWanted`
 * returns false. Rejects only when no analyzer can be made.
 */
export async function readFolder(names: readonly string[], reading: FolderReading): Promise<void> {
  const { files, store, isWanted } = reading
  const changed: { readonly name: string; readonly stamp: FileStamp }[] = []
  let done = 0
  const fail = (name: string, problem: ReadingProblem) => {
    store.forget(name)
    reading.failed(name, problem)
    reading.progress((done += 1))
  }
  await concurrently(names, concurrentStats, async (name) => {
    if (!isWanted()) return
    try {
      const stamp = await files.stat(name)
      const kept = store.unchanged(name, stamp)
      if (kept) reading.took(name, kept)
      if (!kept || kept.byRules) return void changed.push({ name, stamp })
      reading.progress((done += 1))
    } catch (error) {
      fail(name, files.problem(name, error))
    }
  })
  if (changed.length === 0 || !isWanted()) return
  const analyzer = await reading.analyzer(changed.length)
  const analyze = oncePerContent(reading, analyzer)
  // A cancelled reading does not wait for articles that threads are analyzing: a long one takes seconds.
  let saved = performance.now()
  const watching = setInterval(() => {
    if (!isWanted()) analyzer.dispose()
  }, cancelCheckInterval)
  try {
    await concurrently(changed, concurrentReads, async ({ name, stamp }) => {
      if (!isWanted()) return
      const limit = files.limit(name)
      if (stamp.size > limit * bytesPerCharacter) return fail(name, 'too-large')
      try {
        const bytes = await files.read(name)
        const decoded = decodeText(bytes)
        if ('problem' in decoded) return fail(name, decoded.problem)
        if (decoded.text.length > limit) return fail(name, 'too-large')
        const format = articleFormat(name)
        reading.noted(name, fileRemarks(decoded, { text: decoded.text, format }))
        const key = `${await contentKey(bytes)}-${format}`
        const ownKey = analyzer.byRules && !store.record(key) ? byRulesKey(key) : key
        const same = store.sameContent(name, stamp, key) ?? store.sameContent(name, stamp, ownKey)
        const record = same ? undefined : await analyze(ownKey, decoded.text, name)
        const cached = same ?? (record && store.keep(name, stamp, ownKey, record))
        if (!cached) return
        reading.took(name, cached)
        reading.progress((done += 1))
        if (done % articlesPerSave !== 0 && performance.now() - saved < millisecondsPerSave) return
        saved = performance.now()
        await reading.save()
      } catch (error) {
        if (isWanted()) fail(name, files.problem(name, error))
      }
    })
  } finally {
    clearInterval(watching)
    analyzer.dispose()
  }
}

/** Files of the same content are analyzed once, also when they are read at the same time. */
function oncePerContent(
  { store, isWanted }: FolderReading,
  analyzer: ArticleAnalyzer
): (key: string, text: string, name: string) => Promise<ArticleRecord | undefined> {
  const underWay = new Map<string, Promise<ArticleRecord | undefined>>()
  return async (key, text, name) => {
    const known = store.record(key)
    if (known) return known
    const begun =
      underWay.get(key) ?? analyzer.analyze(text, articleFormat(name), isWanted).finally(() => underWay.delete(key))
    underWay.set(key, begun)
    return begun
  }
}
