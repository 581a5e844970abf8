import { isRecord, type ArticleRecord } from '../corpus'
import { concurrently } from '../util/concurrently'
import { contentKey, type CacheFiles } from './cacheFiles'
import type { DecidedState } from './decidedState'

/** Where a record is on disk. */
export interface PackPlace {
  /** File name of the pack. */
  readonly pack: string
  /** Bytes from the beginning of the pack. */
  readonly offset: number
}

/** A record, and where it is on disk. */
export interface StoredRecord {
  /** See `CachedRecord`. */
  readonly byRules?: true
  record: ArticleRecord
  /** Undefined until the record is written. */
  place: PackPlace | undefined
  /** Undefined where it has the suggestions alone. */
  decided?: Pick<DecidedState, 'isArticle' | 'waiting'>
}

/** The longest pack to be written, in bytes, unless one record is longer; many small or half empty packs are merged. */
const packLength = 8_000_000
const smallPack = 1_000_000
/** With more small or half empty packs than this, they are merged. */
const mostSmallPacks = 12
/** How many packs are read at the same time. */
const concurrentReads = 4

/**
 * The bytes of packs, by their index in `names`. A pack's name has a hash of its bytes: missing and damaged ones are
 * left out.
 */
export async function readPacks(files: CacheFiles, names: readonly string[]): Promise<ReadonlyMap<number, Uint8Array>> {
  const packs = new Map<number, Uint8Array>()
  await concurrently([...names.entries()], concurrentReads, async ([number, name]) => {
    const bytes = await files.read(name).catch(() => undefined)
    if (bytes && packName(await contentKey(bytes), bytes.length) === name)
      packs.set(number, bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes))
  })
  return packs
}

/** The record at an offset of a pack, in bytes; undefined where there is none. */
export function recordInPack(pack: Uint8Array | undefined, offset: number, length: number): ArticleRecord | undefined {
  const record = pack?.subarray(offset, offset + length)
  return record?.length === length && isRecord(record) ? record : undefined
}

/**
 * Writes the records that are not on disk yet, and, when there are many small or half empty packs, the records of these
 * again. Gives the names of all packs in use.
 */
export async function writePacks(
  files: CacheFiles,
  records: ReadonlyMap<string, StoredRecord>
): Promise<readonly string[]> {
  const usedBytes = new Map<string, number>()
  for (const { record, place } of records.values())
    if (place) usedBytes.set(place.pack, (usedBytes.get(place.pack) ?? 0) + record.length)
  const small = [...usedBytes]
    .filter(([pack, length]) => length < smallPack || length * 2 < lengthOfPack(pack))
    .map(([pack]) => pack)
  const merged = new Set(small.length > mostSmallPacks ? small : [])
  const toWrite = [...records.values()].filter(({ place }) => !place || merged.has(place.pack))
  for (let from = 0; from < toWrite.length;) {
    let to = from
    for (
      let length = 0;
      to < toWrite.length && (to === from || length + toWrite[to]!.record.length <= packLength);
      to++
    )
      length += toWrite[to]!.record.length
    await writePack(files, toWrite.slice(from, to))
    from = to
  }
  return [...new Set([...records.values()].flatMap(({ place }) => place?.pack ?? []))]
}

async function writePack(files: CacheFiles, records: readonly StoredRecord[]): Promise<void> {
  const bytes = new Uint8Array(records.reduce((sum, { record }) => sum + record.length, 0))
  const offsets = new Map<StoredRecord, number>()
  let end = 0
  for (const stored of records) {
    bytes.set(stored.record, end)
    offsets.set(stored, end)
    end += stored.record.length
  }
  const pack = packName(await contentKey(bytes), bytes.length)
  await files.write(pack, bytes)
  for (const [stored, offset] of offsets) {
    // The record becomes a view of the pack's bytes, so that its own copy is freed.
    stored.record = bytes.subarray(offset, offset + stored.record.length)
    stored.place = { pack, offset }
  }
}

function packName(digest: string, length: number): string {
  return `${digest.slice(0, 32)}-${length}.pack`
}

function lengthOfPack(name: string): number {
  return Number(/-(\d+)\.pack$/.exec(name)?.[1] ?? 0)
}
