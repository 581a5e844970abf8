import { articleFormat, decodeText } from '../article'
import type { ArticleRecord } from '../corpus'
import { concurrently } from '../util/concurrently'
import type { Analyst } from './analyst'
import { contentKey, type FileStamp, type FolderStore, type KeptRecord } from './folderStore'

/** Why an article of the folder has no result: it disappeared, cannot be read, is no text, is too large, or its analysis failed. */
export type ReadingProblem = 'missing' | 'unreadable' | 'binary' | 'too-large' | 'failed'

/** The files of a folder, by name. */
export interface ArticleFiles {
  stat(name: string): Promise<FileStamp>
  read(name: string): Promise<Uint8Array>
  /** What an error of these two, or of the analysis, means. */
  problem(name: string, error: unknown): ReadingProblem
  /** The longest article to be read, in characters. */
  limit(name: string): number
}

export interface FolderReading {
  readonly files: ArticleFiles
  readonly store: FolderStore
  /** Asked once, and only when articles must be analysed: how many. Whoever reads the folder disposes of it. */
  readonly analyst: (articles: number) => Promise<Analyst>
  readonly isWanted: () => boolean
  readonly took: (name: string, kept: KeptRecord) => void
  readonly failed: (name: string, problem: ReadingProblem) => void
  /** Writes what the store has. Never rejects. */
  readonly save: () => Promise<void>
  /** How many of the files are done. */
  readonly progress: (done: number) => void
}

/** Files looked at, and read, at the same time: enough to hide a slow disk or network. */
const looks = 64
const lanes = 8
/** What was analysed is written at least so often, so that a long reading that is stopped can be continued. */
const savedEvery = 1000
/** How soon it is noticed that nobody waits any more. Milliseconds. */
const noticed = 50
/** A character takes at most this many bytes in UTF-8. */
const bytesPerCharacter = 4

/** Takes the files that have not changed from the store, and reads and analyses the others. Stops soon when nobody waits any more. Rejects only when there is no analyst. */
export async function readFolder(names: readonly string[], reading: FolderReading): Promise<void> {
  const { files, store, isWanted } = reading
  const changed: { readonly name: string; readonly stamp: FileStamp }[] = []
  let done = 0
  const fail = (name: string, problem: ReadingProblem) => {
    store.forget(name)
    reading.failed(name, problem)
    reading.progress((done += 1))
  }
  await concurrently(names, looks, async (name) => {
    if (!isWanted()) return
    try {
      const stamp = await files.stat(name)
      const kept = store.unchanged(name, stamp)
      if (!kept) return void changed.push({ name, stamp })
      reading.took(name, kept)
      reading.progress((done += 1))
    } catch (error) {
      fail(name, files.problem(name, error))
    }
  })
  if (changed.length === 0 || !isWanted()) return
  const analyst = await reading.analyst(changed.length)
  const analyze = oncePerContent(reading, analyst)
  // Articles that are in threads already are not waited for: a long one takes seconds.
  const watching = setInterval(() => {
    if (!isWanted()) analyst.dispose()
  }, noticed)
  try {
    await concurrently(changed, lanes, async ({ name, stamp }) => {
      if (!isWanted()) return
      const limit = files.limit(name)
      if (stamp.size > limit * bytesPerCharacter) return fail(name, 'too-large')
      try {
        const bytes = await files.read(name)
        const decoded = decodeText(bytes)
        if ('problem' in decoded) return fail(name, decoded.problem)
        if (decoded.text.length > limit) return fail(name, 'too-large')
        const key = `${await contentKey(bytes)}-${articleFormat(name)}`
        const record = await analyze(key, decoded.text, name)
        if (!record) return
        reading.took(name, store.keep(name, stamp, key, record))
        reading.progress((done += 1))
        if (done % savedEvery === 0) await reading.save()
      } catch (error) {
        if (isWanted()) fail(name, files.problem(name, error))
      }
    })
  } finally {
    clearInterval(watching)
    analyst.dispose()
  }
}

/** Two files of one content are analysed once, also when they are read at the same time. */
function oncePerContent(
  { store, isWanted }: FolderReading,
  analyst: Analyst
): (key: string, text: string, name: string) => Promise<ArticleRecord | undefined> {
  const underWay = new Map<string, Promise<ArticleRecord | undefined>>()
  return async (key, text, name) => {
    const known = store.record(key)
    if (known) return known
    const begun =
      underWay.get(key) ?? analyst.analyze(text, articleFormat(name), isWanted).finally(() => underWay.delete(key))
    underWay.set(key, begun)
    return begun
  }
}
