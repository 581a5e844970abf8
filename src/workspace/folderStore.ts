import { isRecord, packCorpus, unpackCorpus, type ArticleRecord, type Corpus } from '../corpus'
import { concurrently } from '../util/concurrently'
import { joinedBytes } from '../util/joinedBytes'
import { workSlices } from '../util/slices'

/** Files below a folder of our own, by name. */
export interface FileShelf {
  /** Undefined when there is no such file. */
  read(name: string): Promise<Uint8Array | undefined>
  write(name: string, bytes: Uint8Array): Promise<void>
  /** Replaces what has the new name. */
  rename(from: string, to: string): Promise<void>
  /** Names of files; none when there is no such folder. */
  list(): Promise<readonly string[]>
  remove(name: string): Promise<void>
}

/** An article's file as it was when it was read: as long as size and time are these, so is its content. */
export interface FileStamp {
  readonly size: number
  /** Milliseconds since 1970. */
  readonly modified: number
}

/** Where a record is: its bytes move when they are written, so hold this and not them. */
export interface KeptRecord {
  readonly record: ArticleRecord
}

/** What is known of a folder's articles, in memory; and on disk between sessions. */
export interface FolderStore {
  /** What is kept for the file of that name, when it has not changed. */
  unchanged(name: string, stamp: FileStamp): KeptRecord | undefined
  /** What is kept for a content, whatever its file is called. */
  record(key: string): ArticleRecord | undefined
  /** Takes over what is known of a file's content: one record for all files of that content. */
  keep(name: string, stamp: FileStamp, key: string, record: ArticleRecord): KeptRecord
  /** There is no result of that file. */
  forget(name: string): void
  /** Forgets all but these files. */
  keepOnly(names: ReadonlySet<string>): void
  /** The links of exactly the articles that are kept now, if they were saved. */
  links(): Promise<Corpus | undefined>
  /** Writes what changed, and the links when they are given. Rejects when it cannot be written. */
  save(links?: Corpus): Promise<void>
}

interface Article extends FileStamp {
  readonly key: string
}

interface Place {
  readonly pack: string
  readonly offset: number
}

interface Kept {
  record: ArticleRecord
  place: Place | undefined
}

/** The index file: everything else is found through it, so that writing it is what makes a change true. */
type StoredIndex = {
  readonly form: 1
  readonly articles: readonly (readonly [name: string, size: number, modified: number, key: string])[]
  readonly records: readonly (readonly [key: string, pack: number, offset: number, length: number])[]
  readonly packs: readonly string[]
  /** The file of the links, and of which articles they are. */
  readonly links: readonly [file: string, articles: string] | null
}

const indexFile = 'index.json'
/** A pack is about so long, in bytes; shorter ones are put together when there are many. */
const packLength = 8_000_000
const smallPack = 1_000_000
const mostSmallPacks = 12

/** SHA-256 of bytes in hexadecimal. */
export async function contentKey(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * Opens what is kept. Records lie in packs that are named by the SHA-256 of their bytes: a damaged or missing one is
 * noticed and costs the reading of its articles. Without files everything lives in memory alone. Two windows may have one
 * folder open: the index is that of who wrote last, nobody removes what only the other knows, and what the other has removed is
 * written again.
 */
export async function openFolderStore(files: FileShelf | undefined): Promise<FolderStore> {
  const articles = new Map<string, Article>()
  const records = new Map<string, Kept>()
  let links: StoredIndex['links'] = null
  let changed = false
  let saving: Promise<void> = Promise.resolve()
  /** Files that may be removed when they are not wanted: another window may be writing others here. */
  const known = new Set<string>(files ? await files.list() : [])
  if (files) links = await readKept(files, articles, records)

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
      if (links && !there.has(links[0])) links = null
      const packs = await writePacks(files, records)
      if (given) links = await writeLinks(files, given, await articlesKey(articles))
      await writeIndex(files, storedIndex(articles, records, packs, links))
      const wanted = new Set([indexFile, ...packs, ...(links ? [links[0]] : [])])
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
    async links() {
      if (!files || !links || links[1] !== (await articlesKey(articles))) return undefined
      return readLinks(files, links[0])
    },
    save(given) {
      // One after the other: what one has just written is nothing that another may take away.
      const saved = saving.then(() => write(given))
      saving = saved.catch(() => undefined)
      return saved
    }
  }
}

async function readKept(
  files: FileShelf,
  articles: Map<string, Article>,
  records: Map<string, Kept>
): Promise<StoredIndex['links']> {
  const index = readIndex(await files.read(indexFile).catch(() => undefined))
  if (!index) return null
  const packs = new Map<number, Uint8Array>()
  await concurrently(
    index.packs.map((name, number) => ({ name, number })),
    4,
    async ({ name, number }) => {
      const bytes = await files.read(name).catch(() => undefined)
      if (bytes && packName(await contentKey(bytes), bytes.length) === name)
        packs.set(number, bytes.byteOffset % 4 === 0 ? bytes : bytes.slice())
    }
  )
  for (const [key, pack, offset, length] of index.records) {
    const record = packs.get(pack)?.subarray(offset, offset + length)
    if (record?.length === length && isRecord(record))
      records.set(key, { record, place: { pack: index.packs[pack]!, offset } })
  }
  for (const [name, size, modified, key] of index.articles)
    if (records.has(key)) articles.set(name, { size, modified, key })
  return index.links
}

function readIndex(bytes: Uint8Array | undefined): StoredIndex | undefined {
  try {
    const stored = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Record<keyof StoredIndex, unknown>> | null
    const isIndex =
      stored?.form === 1 &&
      areRows(stored.articles, ['string', 'number', 'number', 'string']) &&
      areRows(stored.records, ['string', 'number', 'number', 'number']) &&
      Array.isArray(stored.packs) &&
      isRow(
        stored.packs,
        stored.packs.map(() => 'string')
      ) &&
      (stored.links === null || isRow(stored.links, ['string', 'string']))
    return isIndex ? (stored as StoredIndex) : undefined
  } catch {
    return undefined
  }
}

function areRows(rows: unknown, types: readonly string[]): boolean {
  return Array.isArray(rows) && rows.every((row) => isRow(row, types))
}

function isRow(row: unknown, types: readonly string[]): boolean {
  return Array.isArray(row) && row.length === types.length && row.every((cell, column) => typeof cell === types[column])
}

/** Writes records that lie nowhere yet, with those of packs that are half empty or too small. Gives the packs that are needed. */
async function writePacks(files: FileShelf, records: ReadonlyMap<string, Kept>): Promise<readonly string[]> {
  const used = new Map<string, number>()
  for (const { record, place } of records.values())
    if (place) used.set(place.pack, (used.get(place.pack) ?? 0) + record.length)
  const small = [...used]
    .filter(([pack, length]) => length < smallPack || length * 2 < lengthOfPack(pack))
    .map(([pack]) => pack)
  const merged = new Set(small.length > mostSmallPacks ? small : [])
  const loose = [...records.values()].filter(({ place }) => !place || merged.has(place.pack))
  for (let from = 0; from < loose.length;) {
    let to = from
    for (let length = 0; to < loose.length && (to === from || length + loose[to]!.record.length <= packLength); to++)
      length += loose[to]!.record.length
    await writePack(files, loose.slice(from, to))
    from = to
  }
  return [...new Set([...records.values()].flatMap(({ place }) => place?.pack ?? []))]
}

async function writePack(files: FileShelf, kept: readonly Kept[]): Promise<void> {
  const bytes = new Uint8Array(kept.reduce((sum, { record }) => sum + record.length, 0))
  const offsets = new Map<Kept, number>()
  let end = 0
  for (const one of kept) {
    bytes.set(one.record, end)
    offsets.set(one, end)
    end += one.record.length
  }
  const pack = packName(await contentKey(bytes), bytes.length)
  await files.write(pack, bytes)
  for (const [one, offset] of offsets) {
    // From now on the pack's bytes are the record: else both would stay in memory.
    one.record = bytes.subarray(offset, offset + one.record.length)
    one.place = { pack, offset }
  }
}

function packName(digest: string, length: number): string {
  return `${digest.slice(0, 32)}-${length}.pack`
}

function lengthOfPack(name: string): number {
  return Number(/-(\d+)\.pack$/.exec(name)?.[1] ?? 0)
}

function storedIndex(
  articles: ReadonlyMap<string, Article>,
  records: ReadonlyMap<string, Kept>,
  packs: readonly string[],
  links: StoredIndex['links']
): StoredIndex {
  const numbers = new Map(packs.map((name, number) => [name, number]))
  return {
    form: 1,
    articles: [...articles].map(([name, { size, modified, key }]) => [name, size, modified, key]),
    records: [...records].flatMap(([key, { record, place }]) =>
      place ? [[key, numbers.get(place.pack) ?? -1, place.offset, record.length] as const] : []
    ),
    packs,
    links
  }
}

/** The old index stays until the new one is complete. */
async function writeIndex(files: FileShelf, index: StoredIndex): Promise<void> {
  await files.write(`${indexFile}.new`, new TextEncoder().encode(JSON.stringify(index)))
  await files.rename(`${indexFile}.new`, indexFile)
}

/** Which articles of which contents there are. */
async function articlesKey(articles: ReadonlyMap<string, Article>): Promise<string> {
  const list = [...articles].map(([name, { key }]) => `${name} ${key}`).sort()
  return contentKey(new TextEncoder().encode(list.join('\n')))
}

async function writeLinks(files: FileShelf, links: Corpus, articles: string): Promise<StoredIndex['links']> {
  const slices = workSlices()
  const pieces: Uint8Array[] = []
  for (const piece of packCorpus(links)) {
    pieces.push(piece)
    await slices.rest()
  }
  const bytes = joinedBytes(pieces)
  const name = `${(await contentKey(bytes)).slice(0, 32)}.links`
  await files.write(name, bytes)
  return [name, articles]
}

async function readLinks(files: FileShelf, name: string): Promise<Corpus | undefined> {
  try {
    const bytes = await files.read(name)
    if (!bytes || `${(await contentKey(bytes)).slice(0, 32)}.links` !== name) return undefined
    return unpackCorpus(bytes)
  } catch {
    return undefined
  }
}
