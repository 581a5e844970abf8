import type { SearchText } from '../corpus'
import type { FolderArticle } from '../workspace/folderArticle'

/** The search text of an article, with the places where its entities and its quotes end. */
export interface SearchedArticle {
  readonly entities: SearchedItems
  readonly quotes: SearchedItems
}

/** Folded texts, each followed by a NUL, and where these NULs are. */
export interface SearchedItems {
  readonly text: string
  readonly ends: Uint32Array
}

const unpacked = new WeakMap<FolderArticle, SearchedArticle>()

/** The search text of an article, unpacked once, because every letter typed into the filter searches all articles. */
export function searchTextOf(article: FolderArticle): SearchedArticle {
  const known = unpacked.get(article)
  if (known) return known
  const { entities, quotes }: SearchText = article.searchText
  const searched = { entities: searchedItems(entities), quotes: searchedItems(quotes) }
  unpacked.set(article, searched)
  return searched
}

/** Tells each item that has the word, in order, and where in the text the word is first found in it. */
export function itemsWith({ text, ends }: SearchedItems, word: string, tell: (item: number, at: number) => void): void {
  if (word === '' || word.includes('\0')) return
  let item = 0
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, ends[item]! + 1)) {
    while (ends[item]! < at) item++
    tell(item, at)
  }
}

/** The text of an item. */
export function itemText({ text, ends }: SearchedItems, item: number): string {
  return text.slice(item === 0 ? 0 : (ends[item - 1] ?? text.length) + 1, ends[item] ?? text.length)
}

function searchedItems(text: string): SearchedItems {
  const ends: number[] = []
  for (let at = text.indexOf('\0'); at >= 0; at = text.indexOf('\0', at + 1)) ends.push(at)
  return { text, ends: Uint32Array.from(ends) }
}
