import type { Column } from '../protocol/quotesPanel'
import { foldLetters } from '../util/folding'
import type { Steps } from '../util/steps'
import type { Concordance } from './concordance'
import { quoteRanks } from './quoteRanks'
import { ranksOfKeys, type Ranks } from './ranks'
import { rowContent } from './rowContent'
import { leftKey, wordsKey } from './wordKeys'

/** The order in which the rows of a concordance are shown: from places of the list to rows. */
export type RowOrder = Uint32Array

/** Of each concordance the columns that it was sorted by. */
const knownRanks = new WeakMap<Concordance, Map<Column, Ranks>>()

/**
 * Sorts the rows by a column, rows that are equal in it by their place. What stands left of a keyword is compared from its end, word
 * by word, as concordances do. Columns whose words are in the texts take a while the first time; the same rows are sorted again at
 * once, and of quotes those that another filter leaves.
 *
 * @param onProgress is told how many rows are read
 */
export function* rowOrder(
  rows: Concordance,
  column: Column,
  isDescending: boolean,
  onProgress: (done: number) => void = () => undefined
): Steps<RowOrder> {
  if (column === 'place') {
    const inPlace = Uint32Array.from({ length: rows.size }, (_, row) => row)
    return isDescending ? inPlace.reverse() : inPlace
  }
  const ranks = knownRanks.get(rows)?.get(column) ?? (yield* ranksOf(rows, column, onProgress))
  knownRanks.set(rows, (knownRanks.get(rows) ?? new Map<Column, Ranks>()).set(column, ranks))
  return orderOf(ranks, isDescending)
}

/** By counting. What is not known comes last in both directions. Plain loops: there are a hundred thousand. */
function orderOf(ranks: Ranks, isDescending: boolean): RowOrder {
  let most = 0
  for (let row = 0; row < ranks.length; row++) most = Math.max(most, ranks[row]!)
  const groupOf = (rank: number) => (rank === 0 ? most : isDescending ? most - rank : rank - 1)
  const next = new Uint32Array(most + 2)
  for (let row = 0; row < ranks.length; row++) next[groupOf(ranks[row]!) + 1]!++
  for (let group = 1; group < next.length; group++) next[group]! += next[group - 1]!
  const order = new Uint32Array(ranks.length)
  for (let row = 0; row < ranks.length; row++) order[next[groupOf(ranks[row]!)]!++] = row
  return order
}

function* ranksOf(rows: Concordance, column: Column, onProgress: (done: number) => void): Steps<Ranks> {
  const { size } = rows
  if (rows.show === 'quotes') {
    const known = yield* quoteRanks(rows.view.index, column, rows.size, onProgress)
    if (known) {
      const ranks = new Uint32Array(size)
      for (let row = 0; row < size; row++) {
        if (row % 16384 === 0) yield
        ranks[row] = known(rows.numberOf(row))
      }
      return ranks
    }
  }
  const keys: string[] = []
  let read = -1
  for (let row = 0; row < size; row++) {
    const article = rows.articleOf(row)
    if (article !== read || row % 64 === 0) yield
    read = article
    if (row % 256 === 0) onProgress(row)
    keys.push(keyOf(rows, row, column))
  }
  return yield* ranksOfKeys(keys)
}

const states = ['review', 'suggested', 'partly', 'decided'] as const
const kinds = { direct: '1', mixed: '2', indirect: '3', '': '' } as const

function keyOf(rows: Concordance, row: number, column: Column): string {
  const article = rows.view.index.folder.articles[rows.articleOf(row)]
  switch (column) {
    case 'article':
      return foldLetters(article?.head.headline ?? article?.name ?? '')
    case 'date':
      return article?.head.isoDate ?? ''
    case 'outlet':
      return foldLetters(article?.head.agency ?? '')
    case 'place':
      return ''
    case 'left':
    case 'keyword':
    case 'right':
    case 'codes':
    case 'status':
    case 'source':
    case 'kind':
  }
  const content = rowContent(rows, row)?.row
  if (!content) return ''
  switch (column) {
    case 'left':
      return leftKey(content.left)
    case 'keyword':
    case 'right':
      return wordsKey(foldLetters(content[column]))
    case 'codes':
      return content.codes.map(({ name }) => foldLetters(name)).join(' ')
    case 'status':
      return String(states.indexOf(content.status))
    case 'source':
      return foldLetters(content.source)
    case 'kind':
      return kinds[content.kind]
  }
}
