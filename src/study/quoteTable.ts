import { digestQuotes, quoteFacts, type ArticleDigest, type Corpus } from '../corpus'
import { firstIndex } from '../util/binarySearch'
import { sortInSteps } from '../util/sortInSteps'
import type { QuoteKind } from '../protocol/common'
import type { Steps } from '../util/steps'
import { attitudeBit, kindBits, listedBit, quoteKinds, unattributedBit, type QuoteColumns } from './quoteColumns'

/** A group of reused quotes. */
export interface ReuseRow {
  /** Numbers of its listed quotes, at least two. */
  readonly quotes: readonly number[]
}

/** Counts of a set of quotes. */
export interface QuoteCount {
  /** Number of quotes, reused ones counted once. */
  readonly distinct: number
  /** Number of words of these. */
  readonly words: number
}

/** The quotes of a folder, numbered in order of article and position. */
export interface QuoteTable {
  /** The number of all quotes, listed or not. */
  readonly size: number
  readonly columns: QuoteColumns
  /** The number of an article's quote; undefined for one that is not listed. */
  numberOf(article: number, quote: number): number | undefined
  /** The index of a quote's article in the folder, and its index in that article's `Analysis.quotes`. */
  placeOf(number: number): { readonly article: number; readonly quote: number }
  /** The numbers of an article's quotes: from `start` to before `end`. */
  rangeOf(article: number): readonly [start: number, end: number]
  isListed(number: number): boolean
  /** By number: 1 where it is listed, otherwise 0. */
  readonly listed: Uint8Array
  isUnattributed(number: number): boolean
  /** What somebody believes or wants, not what they say. */
  isAttitude(number: number): boolean
  kindOf(number: number): QuoteKind
  /** Who says it: an index of `Corpus.entities`; -1 for nobody. */
  speakerOf(number: number): number
  /** The number of listed quotes in its reuse group; 1 without a group. */
  timesOf(number: number): number
  /** The index in `reuse` of a quote's group; -1 for none. */
  groupOf(number: number): number
  /** The largest group first. */
  readonly reuse: readonly ReuseRow[]
  count(numbers: readonly number[]): QuoteCount
  /** The counts of all listed quotes. */
  readonly all: QuoteCount
}

export function* quoteTable(
  digests: readonly ArticleDigest[],
  numbers: ReadonlyMap<string, number>,
  { entities, reuse: allReuse }: Pick<Corpus, 'entities' | 'reuse'>,
  showAttitudes: boolean
): Steps<QuoteTable> {
  const starts = new Uint32Array(digests.length + 1)
  digests.forEach((digest, article) => {
    starts[article + 1] = starts[article]! + digestQuotes(digest)
  })
  const size = starts[digests.length] ?? 0
  const words = new Uint32Array(size)
  const flags = new Uint8Array(size)
  for (const [article, digest] of digests.entries()) {
    if (article % 64 === 0) yield
    for (let quote = 0, number = starts[article]!; number < starts[article + 1]!; quote++, number++) {
      const facts = quoteFacts(digest, quote)!
      words[number] = facts.words
      flags[number] =
        quoteKinds.indexOf(facts.kind) +
        (showAttitudes || !facts.isAttitude ? listedBit : 0) +
        (facts.isUnattributed ? unattributedBit : 0) +
        (facts.isAttitude ? attitudeBit : 0)
    }
  }
  const numberOf = (article: number, quote: number) => {
    const number = (starts[article] ?? size) + quote
    return article >= 0 && number < (starts[article + 1] ?? 0) && (flags[number]! & listedBit) > 0 ? number : undefined
  }
  const speakers = new Int32Array(size).fill(-1)
  for (const [entity, { quotes: spoken }] of entities.entries()) {
    if (entity % 256 === 0) yield
    for (const { article, quote } of spoken) {
      const number = (starts[numbers.get(article) ?? -1] ?? size) + quote
      if (number < size) speakers[number] = entity
    }
  }
  const reuseRows: ReuseRow[] = []
  for (const [index, references] of allReuse.entries()) {
    if (index % 64 === 0) yield
    const quotes = references.flatMap(({ article, quote }) => numberOf(numbers.get(article) ?? -1, quote) ?? [])
    if (quotes.length > 1) reuseRows.push({ quotes })
  }
  const reuse = yield* sortInSteps(
    reuseRows,
    (a, b) => b.quotes.length - a.quotes.length || a.quotes[0]! - b.quotes[0]!
  )
  const groups = new Int32Array(size).fill(-1)
  for (const [group, { quotes }] of reuse.entries()) {
    if (group % 256 === 0) yield
    for (const number of quotes) groups[number] = group
  }
  const groupOf = (number: number) => groups[number] ?? -1
  /** By group, the count that has seen it last: thousands of sources are counted one after the other. */
  const seen = new Float64Array(reuse.length)
  let counts = 0
  const count = (numbered: readonly number[]): QuoteCount => {
    const present = ++counts
    let distinct = 0
    let wordsOfAll = 0
    for (let at = 0; at < numbered.length; at++) {
      const number = numbered[at]!
      const group = groups[number]!
      if (group >= 0) {
        if (seen[group] === present) continue
        seen[group] = present
      }
      distinct++
      wordsOfAll += words[number]!
    }
    return { distinct, words: wordsOfAll }
  }
  const listedQuotes = new Uint8Array(size)
  const listed: number[] = []
  for (let number = 0; number < size; number++) {
    if (number % 4096 === 0) yield
    if ((flags[number]! & listedBit) === 0) continue
    listed.push(number)
    listedQuotes[number] = 1
  }
  const all = count(listed)
  return {
    size,
    columns: { flags, speakers, groups },
    reuse,
    numberOf,
    count,
    all,
    placeOf(number) {
      const article = Math.max(0, firstIndex(digests.length, (index) => starts[index]! > number) - 1)
      return { article, quote: number - starts[article]! }
    },
    rangeOf: (article) => [starts[article] ?? size, starts[article + 1] ?? size],
    listed: listedQuotes,
    isListed: (number) => (flags[number]! & listedBit) > 0,
    isAttitude: (number) => (flags[number]! & attitudeBit) > 0,
    isUnattributed: (number) => (flags[number]! & unattributedBit) > 0,
    speakerOf: (number) => speakers[number] ?? -1,
    kindOf: (number) => quoteKinds[flags[number]! & kindBits] ?? 'direct',
    timesOf: (number) => reuse[groupOf(number)]?.quotes.length ?? 1,
    groupOf
  }
}
