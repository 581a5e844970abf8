import type { SearchText } from '../corpus'
import { bytesTogether } from '../util/bytesTogether'
import { wordFinder, type WordFinder } from '../util/wordFinder'
import type { FolderArticle } from '../workspace/folderArticle'
import type { FolderIndex } from './folderIndex'

/** The search text of an article, with the places where its entities and its quotes end. */
export interface SearchedArticle {
  readonly entities: SearchedItems
  readonly quotes: SearchedItems
}

/**
 * Folded texts in UTF-8, each followed by a NUL, and where these NULs are. Not strings: of a whole folder these would be a great part of
 * all that the garbage collector looks after.
 */
export interface SearchedItems {
  readonly bytes: Uint8Array
  readonly ends: Uint32Array
}

const unpacked = new WeakMap<FolderArticle, SearchedArticle>()
const keepBytes = bytesTogether()
const keepNumbers = bytesTogether()

/** The search text of an article, unpacked once, because every letter typed into the filter searches all articles. */
export function searchTextOf(article: FolderArticle): SearchedArticle {
  const known = unpacked.get(article)
  if (known) return known
  const { entities, quotes }: SearchText = article.searchText
  const searched = { entities: itemsOf(entities), quotes: itemsOf(quotes) }
  unpacked.set(article, searched)
  return searched
}

const inOrder = new WeakMap<FolderIndex, SearchedArticle[]>()

/** The search texts of a folder's articles by their index: a list that is filled as they are asked for, for ten thousand of each letter. */
export function searchTextsOf(index: FolderIndex): (article: number) => SearchedArticle {
  const texts = inOrder.get(index) ?? new Array<SearchedArticle>(index.folder.articles.length)
  inOrder.set(index, texts)
  return (article) => (texts[article] ??= searchTextOf(index.folder.articles[article]!))
}

/** A folded word to look for, once for all articles. */
export function searchedWord(word: string): WordFinder {
  return word === '' || word.includes('\0') ? () => -1 : wordFinder(encoder.encode(word))
}

/** Tells each item that has the word, in order, and where in the bytes the word is first found in it. */
export function itemsWith(
  { bytes, ends }: SearchedItems,
  find: WordFinder,
  tell: (item: number, at: number) => void
): void {
  let item = 0
  for (let at = find(bytes, 0); at >= 0; at = find(bytes, ends[item]! + 1)) {
    while (ends[item]! < at) item++
    if (item >= ends.length) return
    tell(item, at)
  }
}

/** Of folded texts, each followed by a NUL. */
export function itemsOf(text: string): SearchedItems {
  const bytes = encoder.encode(text)
  const ends = endsIn(bytes)
  const numbers = keepNumbers(new Uint8Array(ends.buffer, 0, 4 * ends.length))
  return { bytes: keepBytes(bytes), ends: new Uint32Array(numbers.buffer, numbers.byteOffset, ends.length) }
}

/** Where the NULs are. */
function endsIn(bytes: Uint8Array): Uint32Array {
  let size = 0
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) size++
  const ends = new Uint32Array(size)
  for (let at = bytes.length - 1; at >= 0 && size > 0; at--) if (bytes[at] === 0) ends[--size] = at
  return ends
}

/** The text of an item. */
export function itemText({ bytes, ends }: SearchedItems, item: number): string {
  return decoder.decode(bytes.subarray(startOf(ends, item), ends[item] ?? bytes.length))
}

/**
 * The first line of an item, at least `length` UTF-16 units of a longer one, and not much more: who keeps a part of a string keeps the
 * whole string.
 */
export function firstLineStart(items: SearchedItems, item: number, length: number): string {
  const { bytes, ends } = items
  const start = startOf(ends, item)
  const lineEnd = bytes.indexOf(lineFeed, start)
  const end = Math.min(ends[item] ?? bytes.length, lineEnd < 0 ? bytes.length : lineEnd)
  let units = start
  while (units < end && units < start + length && bytes[units]! < 0x80) units++
  const isAscii = units === end || units === start + length
  return decoder.decode(bytes.subarray(start, isAscii ? units : Math.min(end, start + mostBytes * length + 1)))
}

/** Whether a place of an item is in its first line. */
export function isInFirstLine({ bytes, ends }: SearchedItems, item: number, at: number): boolean {
  const lineEnd = bytes.indexOf(lineFeed, startOf(ends, item))
  return lineEnd < 0 || at <= lineEnd
}

function startOf(ends: Uint32Array, item: number): number {
  return item === 0 ? 0 : (ends[item - 1] ?? ends.at(-1) ?? -1) + 1
}

const lineFeed = 0x0a
/** In UTF-8, for a UTF-16 unit; one more where the last unit is half of a pair. */
const mostBytes = 3
const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
