import { isRecord, type ArticleRecord } from '../corpus'
import { concurrently } from '../util/concurrently'
import { contentKey, type CacheFiles } from './cacheFiles'

/** Where a record lies in a pack, in bytes. */
export interface PackPlace {
  readonly pack: string
  readonly offset: number
}

/** A record, and where it lies on disk. */
export interface StoredRecord {
  record: ArticleRecord
  place: PackPlace | undefined
}

/** A pack is about so long, in bytes; shorter ones are put together when there are many. */
const packLength = 8_000_000
const smallPack = 1_000_000
const mostSmallPacks = 12
/** Packs that are read at the same time. */
const concurrentReads = 4

/** The bytes of packs, by their place in the list. A pack is named by its bytes: what is missing or damaged is left out. */
export async function readPacks(files: CacheFiles, names: readonly string[]): Promise<ReadonlyMap<number, Uint8Array>> {
  const packs = new Map<number, Uint8Array>()
  await concurrently([...names.entries()], concurrentReads, async ([number, name]) => {
    const bytes = await files.read(name).catch(() => undefined)
    if (bytes && packName(await contentKey(bytes), bytes.length) === name)
      packs.set(number, bytes.byteOffset % 4 === 0 ? bytes : bytes.slice())
  })
  return packs
}

/** The record at a place of a pack; undefined where there is none. */
export function recordInPack(pack: Uint8Array | undefined, offset: number, length: number): ArticleRecord | undefined {
  const record = pack?.subarray(offset, offset + length)
  return record?.length === length && isRecord(record) ? record : undefined
}

/** Writes records that lie nowhere yet, with those of packs that are half empty or too small. Gives the packs that are needed. */
export async function writePacks(
  files: CacheFiles,
  records: ReadonlyMap<string, StoredRecord>
): Promise<readonly string[]> {
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

async function writePack(files: CacheFiles, stored: readonly StoredRecord[]): Promise<void> {
  const bytes = new Uint8Array(stored.reduce((sum, { record }) => sum + record.length, 0))
  const offsets = new Map<StoredRecord, number>()
  let end = 0
  for (const one of stored) {
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
