import {
  packCorpus,
  packRecord,
  recordFacts,
  recordHead,
  unpackCorpus,
  type ArticleRecord,
  type Corpus
} from '../corpus'
import { joinedBytes } from '../util/joinedBytes'
import { workSlices } from '../util/slices'
import { isByRules } from './byRules'
import { contentKey, type CacheFiles } from './cacheFiles'
import type { DecidedState } from './decidedState'
import type { FileStamp } from './fileStamp'
import { writePacks, type StoredRecord } from './recordPacks'
import {
  indexFile,
  readStored,
  recordKey,
  storedIndex,
  writeIndex,
  type ReadFile,
  type StoredIndex
} from './storeIndex'

/**
 * A record of the store. Keep this object and not `record`: saving replaces the bytes by a view of the pack that was
 * written.
 */
export interface CachedRecord {
  readonly record: ArticleRecord
  /**
   * Undefined where nothing is decided: the record has the suggestions. Otherwise it has what is decided, except that
   * `recordFacts` gives the suggestions with the `AppliedDecisions` beside them.
   */
  readonly decided?: Pick<DecidedState, 'isArticle' | 'waiting'>
  /** The suggestions are those of the rules alone, although the folder's other articles are read with a language model, too. */
  readonly byRules?: true
}

/** A file whose record is kept. */
export interface KeptFile {
  readonly key: string
  readonly cached: CachedRecord
  readonly decided?: DecidedState
}

/** The records of a folder's articles: in memory, and on disk between sessions. */
export interface FolderStore {
  /** The record of a file; undefined when the file has changed or is unknown. */
  unchanged(name: string, stamp: FileStamp): CachedRecord | undefined
  /** The record of a file whose content is what it was, though its size or time is not; undefined when it is another one. */
  sameContent(name: string, stamp: FileStamp, key: string): CachedRecord | undefined
  /** The suggestions for a content, whatever the name of its file; `key` is made of a hash of the content and its format. */
  record(key: string): ArticleRecord | undefined
  /** Stores the suggestions for a file. Files of the same content share one record. */
  keep(name: string, stamp: FileStamp, key: string, record: ArticleRecord): CachedRecord
  /** What is kept of a file. */
  file(name: string): KeptFile | undefined
  /** Names of the files with decisions. */
  decided(): readonly string[]
  /**
   * Stores another record of a file whose content is still that of `key`: with decisions, or without `state` the suggestions
   * again. Undefined when the content is another one meanwhile.
   */
  decide(name: string, key: string, record: ArticleRecord, state?: DecidedState): CachedRecord | undefined
  /** Replaces what is known of a file's decisions, which are the same. */
  confirm(name: string, state: DecidedState): void
  /** Drops what is stored of a file. */
  forget(name: string): void
  /** Drops what is stored of all files but these. */
  keepOnly(names: ReadonlySet<string>): void
  /** Tells what else than files and decisions a corpus depends on: one that was saved under another key is not given. */
  regard(key: string): void
  /** Whether a whole reading of the folder has ended in some session: only then a corpus is saved. */
  wasReadCompletely(): boolean
  /** Whether a corpus of exactly the articles that are kept now was saved. */
  hasCorpus(): Promise<boolean>
  /** The saved corpus; undefined when there is none or when it is not of exactly the articles that are stored now. */
  corpus(): Promise<Corpus | undefined>
  /** Writes what changed, and the corpus when it is given. Rejects when it cannot be written. */
  save(corpus?: Corpus): Promise<void>
}

/**
 * Opens the store. Records are in packs that are named by the SHA-256 of their bytes: a damaged or missing pack is
 * noticed, and its articles are analyzed again. Without `files` everything is kept in memory alone. Two windows may
 * have the same folder open: the index file is that of the last writer; a window removes only files that were there
 * when it opened the store or that it has written, and writes again what the other window has removed.
 */
export async function openFolderStore(files: CacheFiles | undefined): Promise<FolderStore> {
  const articles = new Map<string, ReadFile>()
  const records = new Map<string, StoredRecord>()
  let corpusFile: StoredIndex['corpus'] = null
  let changed = false
  let regarded = ''
  let saving: Promise<void> = Promise.resolve()
  /** Files that this window may remove when it needs them no more; others may belong to another window. */
  const removable = new Set<string>(files ? await files.list() : [])
  if (files) corpusFile = await readStored(files, articles, records)

  function forget(name: string): void {
    if (articles.delete(name)) changed = true
  }

  async function write(newCorpus: Corpus | undefined): Promise<void> {
    const usedKeys = new Set([...articles.values()].map(recordKey))
    if (!files) {
      for (const key of records.keys()) if (!usedKeys.has(key)) records.delete(key)
      return
    }
    if (!changed && !newCorpus) return
    changed = false
    try {
      for (const key of records.keys()) if (!usedKeys.has(key)) records.delete(key)
      const present = new Set(await files.list())
      for (const kept of records.values()) if (kept.place && !present.has(kept.place.pack)) kept.place = undefined
      if (corpusFile && !present.has(corpusFile[0])) corpusFile = null
      const packs = await writePacks(files, records)
      if (newCorpus) corpusFile = await writeCorpus(files, newCorpus, await articlesKey(articles, regarded))
      await writeIndex(files, storedIndex(articles, records, packs, corpusFile))
      const wanted = new Set([indexFile, ...packs, ...(corpusFile ? [corpusFile[0]] : [])])
      // Failing to remove a file does no harm: it only takes space, or another window has removed it.
      for (const name of present)
        if (removable.has(name) && !wanted.has(name)) await files.remove(name).catch(() => undefined)
      for (const name of wanted) removable.add(name)
    } catch (error) {
      changed = true
      throw error
    }
  }

  async function hasCorpus(): Promise<boolean> {
    return corpusFile !== null && corpusFile[1] === (await articlesKey(articles, regarded))
  }

  /** Suggestions that only a record with decisions has. */
  function suggestedRecord(content: string): ArticleRecord | undefined {
    const file = [...articles.values()].find(({ key }) => key === content)
    const known = file && records.get(recordKey(file))
    return known && withoutDecisions(known.record)
  }

  return {
    unchanged(name, { size, modified }) {
      const known = articles.get(name)
      return known && known.size === size && known.modified === modified ? records.get(recordKey(known)) : undefined
    },
    sameContent(name, { size, modified }, key) {
      const known = articles.get(name)
      if (known?.key !== key) return undefined
      articles.set(name, { ...known, size, modified })
      changed = true
      return records.get(recordKey(known))
    },
    record: (key) => records.get(key)?.record ?? suggestedRecord(key),
    keep(name, { size, modified }, key, record) {
      articles.set(name, { size, modified, key })
      changed = true
      const known = records.get(key) ?? { record, place: undefined, ...(isByRules(key) && { byRules: true }) }
      records.set(key, known)
      return known
    },
    file(name) {
      const known = articles.get(name)
      const cached = known && records.get(recordKey(known))
      return cached && { key: known.key, cached, ...(known.decided && { decided: known.decided }) }
    },
    decided: () => [...articles].flatMap(([name, { decided }]) => (decided ? name : [])),
    decide(name, key, record, state) {
      const known = articles.get(name)
      if (known?.key !== key) return undefined
      const { size, modified } = known
      const file: ReadFile = { size, modified, key, ...(state && { decided: state }) }
      const same = records.get(recordKey(file))
      const isWhole = same && (same.decided?.waiting !== undefined) === (state !== undefined)
      const stored = isWhole
        ? same
        : {
            ...(same ?? { record, place: undefined, ...(isByRules(key) && { byRules: true as const }) }),
            ...(state && { decided: { isArticle: state.isArticle, waiting: state.waiting } })
          }
      records.set(recordKey(file), stored)
      articles.set(name, file)
      changed = true
      return stored
    },
    confirm(name, state) {
      const known = articles.get(name)
      if (known?.decided?.hash !== state.hash) return
      articles.set(name, { ...known, decided: state })
      changed = true
    },
    forget,
    keepOnly(names) {
      for (const name of articles.keys()) if (!names.has(name)) forget(name)
    },
    regard(key) {
      regarded = key
    },
    wasReadCompletely: () => corpusFile !== null,
    hasCorpus,
    async corpus() {
      if (!files || !corpusFile || !(await hasCorpus())) return undefined
      return readCorpus(files, corpusFile[0])
    },
    save(newCorpus) {
      // One save after the other, so that a save never removes files that another one is just writing.
      const saved = saving.then(() => write(newCorpus))
      saving = saved.catch(() => undefined)
      return saved
    }
  }
}

/** The record with the suggestions alone. */
export function withoutDecisions(record: ArticleRecord): ArticleRecord {
  const { text, markup, analysis } = recordFacts(record)
  return packRecord({ text, markup, analysis, head: recordHead(record) })
}

/** A hash of the names, contents and decisions of all articles, and of what else is regarded. */
async function articlesKey(articles: ReadonlyMap<string, ReadFile>, regarded: string): Promise<string> {
  const list = [...articles].map(([name, file]) => `${name} ${recordKey(file)}`).sort()
  return contentKey(new TextEncoder().encode([...list, regarded].join('\n')))
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
