import { packCorpus, unpackCorpus, type ArticleRecord, type Corpus } from '../corpus'
import { joinedBytes } from '../util/joinedBytes'
import { workSlices } from '../util/slices'
import { contentKey, type CacheFiles } from './cacheFiles'
import type { FileStamp } from './fileStamp'
import { writePacks, type StoredRecord } from './recordPacks'
import { indexFile, readStored, storedIndex, writeIndex, type ReadFile, type StoredIndex } from './storeIndex'

/** A record of the store. Hold this and not its bytes: they move when they are written. */
export interface CachedRecord {
  readonly record: ArticleRecord
}

/** What is known of a folder's articles, in memory; and on disk between sessions. */
export interface FolderStore {
  /** What is kept for the file of that name, when it has not changed. */
  unchanged(name: string, stamp: FileStamp): CachedRecord | undefined
  /** What is kept for a content, whatever its file is called. */
  record(key: string): ArticleRecord | undefined
  /** Takes over what is known of a file's content: one record for all files of that content. */
  keep(name: string, stamp: FileStamp, key: string, record: ArticleRecord): CachedRecord
  /** There is no result of that file. */
  forget(name: string): void
  /** Forgets all but these files. */
  keepOnly(names: ReadonlySet<string>): void
  /** Nothing is kept of any file. */
  isEmpty(): boolean
  /** The corpus of exactly the articles that are kept now, if it was saved. */
  corpus(): Promise<Corpus | undefined>
  /** Writes what changed, and the corpus when it is given. Rejects when it cannot be written. */
  save(corpus?: Corpus): Promise<void>
}

/**
 * Opens what is kept. Records lie in packs that are named by the SHA-256 of their bytes: a damaged or missing one is
 * noticed and costs the reading of its articles. Without files everything lives in memory alone. Two windows may have one
 * folder open: the index is that of who wrote last, nobody removes what only the other knows, and what the other has removed is
 * written again.
 */
export async function openFolderStore(files: CacheFiles | undefined): Promise<FolderStore> {
  const articles = new Map<string, ReadFile>()
  const records = new Map<string, StoredRecord>()
  let corpusFile: StoredIndex['corpus'] = null
  let changed = false
  let saving: Promise<void> = Promise.resolve()
  /** Files that may be removed when they are not wanted: another window may be writing others here. */
  const known = new Set<string>(files ? await files.list() : [])
  if (files) corpusFile = await readStored(files, articles, records)

  function forget(name: string): void {
    if (articles.delete(name)) changed = true
  }

  async function write(given: Corpus | undefined): Promise<void> {
    const live = new Set([...articles.values()].map(({ key }) => key))
    if (!files) {
      for (const key of records.keys()) if (!live.has(key)) records.delete(key)
      return
    }
    if (!changed && !given) return
    changed = false
    try {
      for (const key of records.keys()) if (!live.has(key)) records.delete(key)
      const there = new Set(await files.list())
      for (const kept of records.values()) if (kept.place && !there.has(kept.place.pack)) kept.place = undefined
      if (corpusFile && !there.has(corpusFile[0])) corpusFile = null
      const packs = await writePacks(files, records)
      if (given) corpusFile = await writeCorpus(files, given, await articlesKey(articles))
      await writeIndex(files, storedIndex(articles, records, packs, corpusFile))
      const wanted = new Set([indexFile, ...packs, ...(corpusFile ? [corpusFile[0]] : [])])
      // What cannot be removed, or was by another window, only costs room.
      for (const name of there)
        if (known.has(name) && !wanted.has(name)) await files.remove(name).catch(() => undefined)
      for (const name of wanted) known.add(name)
    } catch (error) {
      changed = true
      throw error
    }
  }

  return {
    unchanged(name, { size, modified }) {
      const known = articles.get(name)
      return known && known.size === size && known.modified === modified ? records.get(known.key) : undefined
    },
    record: (key) => records.get(key)?.record,
    keep(name, { size, modified }, key, record) {
      articles.set(name, { size, modified, key })
      changed = true
      const known = records.get(key) ?? { record, place: undefined }
      records.set(key, known)
      return known
    },
    forget,
    keepOnly(names) {
      for (const name of articles.keys()) if (!names.has(name)) forget(name)
    },
    isEmpty: () => articles.size === 0,
    async corpus() {
      if (!files || !corpusFile || corpusFile[1] !== (await articlesKey(articles))) return undefined
      return readCorpus(files, corpusFile[0])
    },
    save(given) {
      // One after the other: what one has just written is nothing that another may take away.
      const saved = saving.then(() => write(given))
      saving = saved.catch(() => undefined)
      return saved
    }
  }
}

/** Which articles of which contents there are. */
async function articlesKey(articles: ReadonlyMap<string, ReadFile>): Promise<string> {
  const list = [...articles].map(([name, { key }]) => `${name} ${key}`).sort()
  return contentKey(new TextEncoder().encode(list.join('\n')))
}

async function writeCorpus(files: CacheFiles, corpus: Corpus, articles: string): Promise<StoredIndex['corpus']> {
  const slices = workSlices()
  const pieces: Uint8Array[] = []
  for (const piece of packCorpus(corpus)) {
    pieces.push(piece)
    await slices.rest()
  }
  const bytes = joinedBytes(pieces)
  const name = `${(await contentKey(bytes)).slice(0, 32)}.corpus`
  await files.write(name, bytes)
  return [name, articles]
}

async function readCorpus(files: CacheFiles, name: string): Promise<Corpus | undefined> {
  try {
    const bytes = await files.read(name)
    if (!bytes || `${(await contentKey(bytes)).slice(0, 32)}.corpus` !== name) return undefined
    return unpackCorpus(bytes)
  } catch {
    return undefined
  }
}
