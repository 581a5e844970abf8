import type { Column } from '../protocol/quotesPanel'
import { foldLetters } from '../util/folding'
import { sortInSteps } from '../util/sortInSteps'
import type { Steps } from '../util/steps'
import type { FolderArticle } from '../workspace/folderArticle'
import type { Concordance } from './concordance'
import { rowContent } from './rowContent'

/** So much of the words beside a keyword is compared, in UTF-16 units. */
const comparedLength = 48

/** The order in which the rows of a concordance are shown: from places of the list to rows. */
export type RowOrder = Uint32Array

/** By row the place of its words among the different words of a column, from 1; 0 where nothing is known. */
type Ranks = Uint32Array

/** Of each concordance the columns that it was sorted by. */
const knownRanks = new WeakMap<Concordance, Map<Column, Ranks>>()

/**
 * Sorts the rows by a column, rows that are equal in it by their place. What stands left of a keyword is compared from its end, word
 * by word, as concordances do. Columns whose words are in the texts take a while the first time; the same rows are sorted again at
 * once, and those that another filter leaves without another look into the texts.
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

/** By counting. What is not known comes last in both directions. */
function orderOf(ranks: Ranks, isDescending: boolean): RowOrder {
  const most = ranks.reduce((highest, rank) => Math.max(highest, rank), 0)
  const groupOf = (rank: number) => (rank === 0 ? most : isDescending ? most - rank : rank - 1)
  const next = new Uint32Array(most + 2)
  for (const rank of ranks) next[groupOf(rank) + 1]!++
  for (let group = 1; group < next.length; group++) next[group]! += next[group - 1]!
  const order = new Uint32Array(ranks.length)
  for (const [row, rank] of ranks.entries()) order[next[groupOf(rank)]!++] = row
  return order
}

function* ranksOf(rows: Concordance, column: Column, onProgress: (done: number) => void): Steps<Ranks> {
  const { size } = rows
  const keys: string[] = []
  let read = -1
  for (let row = 0; row < size; row++) {
    const article = rows.articleOf(row)
    if (article !== read || row % 64 === 0) yield
    read = article
    if (row % 256 === 0) onProgress(row)
    keys.push(keyOf(rows, row, column))
  }
  const sorted = yield* sortInSteps([...keys.keys()], (a, b) =>
    keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : a - b
  )
  yield
  const ranks = new Uint32Array(size)
  let rank = 0
  let before = ''
  for (const row of sorted) {
    const key = keys[row]!
    if (key !== before) rank++
    before = key
    ranks[row] = rank
  }
  return ranks
}

const states = ['review', 'suggested', 'partly', 'decided'] as const

function keyOf(rows: Concordance, row: number, column: Column): string {
  const quick = quickKey(rows, row, column)
  if (quick !== undefined) return quick
  if (column === 'left' || column === 'keyword' || column === 'right') return wordKey(rows, row, column)
  const content = rowContent(rows, row)?.row
  if (!content) return ''
  switch (column) {
    case 'codes':
      return content.codes.map(({ name }) => foldLetters(name)).join(' ')
    case 'status':
      return String(states.indexOf(content.status))
    case 'source':
      return foldLetters(content.source)
    case 'place':
    case 'article':
    case 'date':
    case 'outlet':
    case 'kind':
      return ''
  }
}

/** Of each article, by column: the keys of its quotes, or of its mentions, by their index. Its text never changes. */
const knownWords = new WeakMap<FolderArticle, Map<string, string[]>>()

function wordKey(rows: Concordance, row: number, column: 'left' | 'keyword' | 'right'): string {
  const article = rows.view.index.folder.articles[rows.articleOf(row)]
  const item = rows.itemOf(row)
  const index = item.kind === 'quote' ? item.quote : item.kind === 'mention' ? item.mention : undefined
  if (!article || index === undefined) return wordsOf(rows, row, column)
  const columns = knownWords.get(article) ?? new Map<string, string[]>()
  knownWords.set(article, columns)
  const name = `${item.kind} ${column}`
  const keys = columns.get(name) ?? []
  columns.set(name, keys)
  return (keys[index] ??= wordsOf(rows, row, column))
}

function wordsOf(rows: Concordance, row: number, column: 'left' | 'keyword' | 'right'): string {
  const content = rowContent(rows, row)?.row
  if (!content) return ''
  if (column === 'left') return foldLetters(content.left.slice(-comparedLength)).split(' ').reverse().join(' ')
  return foldLetters(content[column].slice(0, comparedLength)).replace(/^[^\p{L}\p{N}]+/u, '')
}

/** Names are folded once: a source may have thousands of rows. */
const folded = new WeakMap<object, string>()

function foldedOnce(of: object | undefined, text: string): string {
  if (!of) return foldLetters(text)
  const known = folded.get(of)
  if (known !== undefined) return known
  const made = foldLetters(text)
  folded.set(of, made)
  return made
}

const kinds = { direct: '1', mixed: '2', indirect: '3' } as const

/** The key where it is known without unpacking the article. */
function quickKey(rows: Concordance, row: number, column: Column): string | undefined {
  const { index } = rows.view
  const article = index.folder.articles[rows.articleOf(row)]
  switch (column) {
    case 'article':
      return foldedOnce(article, article?.head.headline ?? article?.name ?? '')
    case 'date':
      return article?.head.isoDate ?? ''
    case 'outlet':
      return foldLetters(article?.head.agency ?? '')
    case 'source': {
      if (rows.show !== 'quotes') return rows.show === 'mentions' ? undefined : ''
      const item = rows.itemOf(row)
      const speaker =
        item.kind === 'quote' ? index.folder.corpus.entities[index.quotes.speakerOf(item.number)] : undefined
      return foldedOnce(speaker, speaker?.name ?? '')
    }
    case 'kind': {
      if (rows.show !== 'quotes') return ''
      const item = rows.itemOf(row)
      return item.kind === 'quote' ? kinds[index.quotes.kindOf(item.number)] : ''
    }
    case 'place':
    case 'left':
    case 'keyword':
    case 'right':
    case 'codes':
    case 'status':
      return undefined
  }
}
