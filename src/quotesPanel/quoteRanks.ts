import { quoteExtent } from '../corpus'
import type { Column } from '../protocol/quotesPanel'
import type { FolderIndex } from '../study/folderIndex'
import { firstLineStart, searchTextOf } from '../study/searchTexts'
import { context } from '../study/surface'
import { foldLetters } from '../util/folding'
import type { Steps } from '../util/steps'
import type { FolderArticle } from '../workspace/folderArticle'
import { ranksOfKeys } from './ranks'
import { leftKey, longestWordsKey, wordsKey } from './wordKeys'

/** The rank of a quote by its number in the `QuoteTable`. */
export type QuoteRank = (number: number) => number

const known = new WeakMap<FolderIndex, Map<Column, QuoteRank>>()

/**
 * Sorts all quotes of a folder by a column, once: the order of those that a filter leaves is then known without looking at their words.
 * Undefined for a column that depends on decisions. No analysis is unpacked.
 *
 * @param most how many quotes `onProgress` counts up to
 */
export function* quoteRanks(
  index: FolderIndex,
  column: Column,
  most: number,
  onProgress: (done: number) => void
): Steps<QuoteRank | undefined> {
  const columns = known.get(index) ?? new Map<Column, QuoteRank>()
  known.set(index, columns)
  const made = columns.get(column) ?? (yield* ranked(index, column, (done) => onProgress(Math.floor(done * most))))
  if (made) columns.set(column, made)
  return made
}

const kinds = { direct: 1, mixed: 2, indirect: 3 } as const

function* ranked(
  index: FolderIndex,
  column: Column,
  onProgress: (share: number) => void
): Steps<QuoteRank | undefined> {
  const { folder, quotes } = index
  switch (column) {
    case 'article':
      return yield* byArticle(index, ({ head, name }) => foldLetters(head.headline ?? name))
    case 'date':
      return yield* byArticle(index, ({ head }) => head.isoDate ?? '')
    case 'outlet':
      return yield* byArticle(index, ({ head }) => foldLetters(head.agency ?? ''))
    case 'source': {
      const keys: string[] = []
      for (const [place, { name }] of folder.corpus.entities.entries()) {
        if (place % 1024 === 0) yield
        keys.push(foldLetters(name))
      }
      const ranks = yield* ranksOfKeys(keys)
      return (number) => ranks[quotes.speakerOf(number)] ?? 0
    }
    case 'kind':
      return (number) => kinds[quotes.kindOf(number)]
    case 'keyword':
    case 'left':
    case 'right': {
      const keys: string[] = []
      for (const [place, article] of folder.articles.entries()) {
        yield
        onProgress(place / folder.articles.length)
        const [start, end] = quotes.rangeOf(place)
        const key = keysOf(article, column)
        for (let quote = 0; start + quote < end; quote++) keys.push(key(quote))
      }
      const ranks = yield* ranksOfKeys(keys)
      return (number) => ranks[number] ?? 0
    }
    case 'place':
    case 'codes':
    case 'status':
      return undefined
  }
}

function* byArticle({ folder, quotes }: FolderIndex, keyOf: (article: FolderArticle) => string): Steps<QuoteRank> {
  const keys: string[] = []
  for (const [place, article] of folder.articles.entries()) {
    if (place % 64 === 0) yield
    keys.push(keyOf(article))
  }
  const ranks = yield* ranksOfKeys(keys)
  return (number) => ranks[quotes.placeOf(number).article] ?? 0
}

/** Of each article the words beside its quotes, by column: its text never changes. */
const besides = new WeakMap<FolderArticle, Map<Column, readonly string[]>>()

function keysOf(article: FolderArticle, column: 'keyword' | 'left' | 'right'): (quote: number) => string {
  if (column === 'keyword') {
    const { quotes } = searchTextOf(article)
    // The quote's own words come first, before its speaker, source and cue.
    return (quote) => wordsKey(firstLineStart(quotes, quote, longestWordsKey))
  }
  const columns = besides.get(article) ?? new Map<Column, readonly string[]>()
  besides.set(article, columns)
  const keys = columns.get(column) ?? besideKeys(article, column)
  columns.set(column, keys)
  return (quote) => keys[quote] ?? ''
}

function besideKeys(article: FolderArticle, column: 'left' | 'right'): readonly string[] {
  const { extents, text, markup } = article
  const source = { text, markup }
  const keys: string[] = []
  for (let quote = 0; ; quote++) {
    const span = quoteExtent(extents, quote)
    if (!span) return keys
    const { before, after } = context(source, span)
    keys.push(column === 'left' ? leftKey(before) : wordsKey(foldLetters(after)))
  }
}
