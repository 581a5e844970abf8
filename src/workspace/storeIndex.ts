import { isByRules } from './byRules'
import type { CacheFiles } from './cacheFiles'
import type { DecidedState } from './decidedState'
import type { FileStamp } from './fileStamp'
import { readPacks, recordInPack, type StoredRecord } from './recordPacks'

/** Size and time of a file when it was read, and the key of its content. */
export interface ReadFile extends FileStamp {
  readonly key: string
  /** Undefined while its record has the suggestions alone. */
  readonly decided?: DecidedState
}

/** The key of the record that a file has now. */
export function recordKey({ key, decided }: Pick<ReadFile, 'key' | 'decided'>): string {
  return decided ? `${key}+${decided.hash}` : key
}

/** The key of the content that a record is of. */
function contentOf(record: string): string {
  return record.split('+', 1)[0] ?? ''
}

/** The index file. All other files are found through it, so that a change takes effect when the index is written. */
export interface StoredIndex {
  readonly version: 3
  /** `size` in bytes, `modified` in milliseconds since 1970, `key` of the content. */
  readonly articles: readonly (readonly [name: string, size: number, modified: number, key: string])[]
  /** `DecidedState` of those of `articles` that have one; identities are separated by line feeds. */
  readonly decided: readonly (readonly [
    name: string,
    hash: string,
    stamp: string,
    identities: string,
    entities: string,
    isArticle: (typeof verdicts)[number]
  ])[]
  /** `DecidedState.waiting` of those of `decided`: ids, separated by line feeds. An earlier version of ours wrote none. */
  readonly waiting?: readonly (readonly [name: string, all: string, lost: string])[]
  /** `pack` indexes `packs`; `offset` and `length` are in bytes. */
  readonly records: readonly (readonly [key: string, pack: number, offset: number, length: number])[]
  readonly packs: readonly string[]
  /** The file of the corpus, and a hash of the articles that it was made of. */
  readonly corpus: readonly [file: string, articles: string] | null
}

export const indexFile = 'index.json'

const verdicts = ['unsaid', 'article', 'no article'] as const
const verdictOf = { unsaid: null, article: true, 'no article': false } as const

/**
 * Fills `articles` and `records` from the index and the packs, without what is missing or damaged. Gives the entry of
 * the corpus.
 */
export async function readStored(
  files: CacheFiles,
  articles: Map<string, ReadFile>,
  records: Map<string, StoredRecord>
): Promise<StoredIndex['corpus']> {
  const index = readIndex(await files.read(indexFile).catch(() => undefined))
  if (!index) return null
  const packs = await readPacks(files, index.packs)
  for (const [key, pack, offset, length] of index.records) {
    const record = recordInPack(packs.get(pack), offset, length)
    if (record)
      records.set(key, {
        record,
        place: { pack: index.packs[pack]!, offset },
        ...(isByRules(contentOf(key)) && { byRules: true })
      })
  }
  const states = new Map<string, DecidedState>()
  const waiting = new Map(index.waiting?.map(([name, all, lost]) => [name, { all: lines(all), lost: lines(lost) }]))
  for (const [name, hash, stamp, identities, entities, verdict] of index.decided)
    states.set(name, {
      ...{ hash, stamp, identities: lines(identities), entities },
      ...{ isArticle: verdictOf[verdict], waiting: waiting.get(name) }
    })
  for (const [name, size, modified, key] of index.articles) {
    const decided = states.get(name)
    const file = { size, modified, key, ...(decided && { decided }) }
    const stored = records.get(recordKey(file))
    if (!stored) continue
    if (decided) stored.decided = { isArticle: decided.isArticle, waiting: decided.waiting }
    articles.set(name, file)
  }
  return index.corpus
}

export function storedIndex(
  articles: ReadonlyMap<string, ReadFile>,
  records: ReadonlyMap<string, StoredRecord>,
  packs: readonly string[],
  corpus: StoredIndex['corpus']
): StoredIndex {
  const numbers = new Map(packs.map((name, number) => [name, number]))
  return {
    version: 3,
    articles: [...articles].map(([name, { size, modified, key }]) => [name, size, modified, key]),
    decided: [...articles].flatMap(([name, { decided }]) => {
      if (!decided) return []
      const { hash, stamp, identities, entities, isArticle } = decided
      const verdict = verdicts.find((known) => verdictOf[known] === isArticle) ?? 'unsaid'
      return [[name, hash, stamp, identities.join('\n'), entities, verdict] as const]
    }),
    waiting: [...articles].flatMap(([name, { decided }]) =>
      decided?.waiting ? [[name, decided.waiting.all.join('\n'), decided.waiting.lost.join('\n')] as const] : []
    ),
    records: [...records].flatMap(([key, { record, place }]) =>
      place ? [[key, numbers.get(place.pack) ?? -1, place.offset, record.length] as const] : []
    ),
    packs,
    corpus
  }
}

/** Writes the index under another name and then renames it, so that an interrupted write leaves the old index. */
export async function writeIndex(files: CacheFiles, index: StoredIndex): Promise<void> {
  await files.write(`${indexFile}.new`, new TextEncoder().encode(JSON.stringify(index)))
  await files.rename(`${indexFile}.new`, indexFile)
}

function readIndex(bytes: Uint8Array | undefined): StoredIndex | undefined {
  try {
    const stored = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Record<keyof StoredIndex, unknown>> | null
    const isIndex =
      stored?.version === 3 &&
      areRows(stored.articles, ['string', 'number', 'number', 'string']) &&
      areRows(stored.decided, ['string', 'string', 'string', 'string', 'string', 'string']) &&
      stored.decided.every((row) => verdicts.some((verdict) => verdict === row[5])) &&
      (stored.waiting === undefined || areRows(stored.waiting, ['string', 'string', 'string'])) &&
      areRows(stored.records, ['string', 'number', 'number', 'number']) &&
      Array.isArray(stored.packs) &&
      isRow(
        stored.packs,
        stored.packs.map(() => 'string')
      ) &&
      (stored.corpus === null || isRow(stored.corpus, ['string', 'string']))
    return isIndex ? (stored as StoredIndex) : undefined
  } catch {
    return undefined
  }
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter(Boolean)
}

function areRows(rows: unknown, types: readonly string[]): rows is readonly (readonly unknown[])[] {
  return Array.isArray(rows) && rows.every((row) => isRow(row, types))
}

function isRow(row: unknown, types: readonly string[]): boolean {
  return Array.isArray(row) && row.length === types.length && row.every((cell, column) => typeof cell === types[column])
}
