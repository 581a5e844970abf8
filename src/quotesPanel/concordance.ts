import type { DecisionOf } from '../annotations'
import type { Span } from '../article'
import { digestEntityNumbers, entityCounts, entityId, entityNumber } from '../corpus'
import type { Show } from '../protocol/quotesPanel'
import { actingRow, otherRow } from '../study/folderIndex'
import type { FolderView } from '../study/folderView'
import { sortInSteps } from '../util/sortInSteps'
import type { Steps } from '../util/steps'
import type { FolderArticle } from '../workspace/folderArticle'
import { noHits, type WordHits } from './wordHits'

/** Rows in order of article and position, without their texts: a hundred thousand of them are some numbers. */
export interface Concordance {
  readonly view: FolderView
  readonly show: Show
  readonly size: number
  /** Index of the folder's articles. */
  articleOf(row: number): number
  /** Of quotes, the number of the `QuoteTable`; -1 for another row. */
  numberOf(row: number): number
  /** What the row is in its article. Unpacks the article, except of quotes, codings and words. */
  itemOf(row: number): RowItem
}

export type RowItem =
  /** Index of `Analysis.quotes`; `number` is the quote's of the `QuoteTable`. */
  | { readonly kind: 'quote'; readonly quote: number; readonly number: number }
  /** Index of `Analysis.mentions`; -1 where the article has none such. */
  | { readonly kind: 'mention'; readonly mention: number }
  | { readonly kind: 'coding'; readonly decision: DecisionOf<'code'> }
  | { readonly kind: 'word'; readonly span: Span }

/** Each made once: whoever sorts the same rows again, or goes to and fro, gets the same. Of words, by the list of hits. */
const known = new WeakMap<FolderView, Map<Show, Concordance>>()
const knownWords = new WeakMap<WordHits, Concordance>()

/** The rows that the filter leaves; of words, those that were found. */
export function* concordance(view: FolderView, show: Show, hits: WordHits = noHits): Steps<Concordance> {
  const made = show === 'words' ? knownWords.get(hits) : known.get(view)?.get(show)
  if (made?.view === view) return made
  const rows = yield* rowsOf(view, show, hits)
  if (show === 'words') knownWords.set(hits, rows)
  else known.set(view, (known.get(view) ?? new Map<Show, Concordance>()).set(show, rows))
  return rows
}

function* rowsOf(view: FolderView, show: Show, hits: WordHits): Steps<Concordance> {
  switch (show) {
    case 'quotes':
      return yield* quoteRows(view)
    case 'mentions':
      return yield* mentionRows(view)
    case 'codings':
      return yield* codingRows(view)
    case 'words':
      return {
        view,
        show,
        size: hits.size,
        numberOf: () => -1,
        articleOf: (row) => hits.articleOf(row),
        itemOf: (row) => ({ kind: 'word', span: hits.spanOf(row) })
      }
  }
}

function* quoteRows(view: FolderView): Steps<Concordance> {
  const { quotes } = view.index
  const numbers = new Uint32Array(view.articles.reduce((sum, article) => sum + article.quotes.length, 0))
  let size = 0
  for (const [place, article] of view.articles.entries()) {
    if (place % 256 === 0) yield
    for (const number of article.quotes) numbers[size++] = number
  }
  return {
    view,
    show: 'quotes',
    size: numbers.length,
    numberOf: (row) => numbers[row] ?? -1,
    articleOf: (row) => quotes.placeOf(numbers[row] ?? 0).article,
    itemOf(row) {
      const number = numbers[row] ?? 0
      return { kind: 'quote', number, quote: quotes.placeOf(number).quote }
    }
  }
}

function* mentionRows(view: FolderView): Steps<Concordance> {
  const { members, folder } = view.index
  const { articles } = folder
  /** Which mentions of an article's entity are listed: those that act, the others. */
  const listedIn = (article: number, entity: number) => {
    const rows = view.rows[members.entityOf(article, entity)] ?? 0
    return { acting: (rows & actingRow) > 0, other: (rows & otherRow) > 0 }
  }
  const starts = new Uint32Array(articles.length + 1)
  for (const [place, article] of articles.entries()) {
    if (place % 16 === 0) yield
    let count = 0
    for (const number of digestEntityNumbers(article.digest)) {
      const wanted = listedIn(place, number)
      if (!wanted.acting && !wanted.other) continue
      const { acting, other } = entityCounts(article.digest, entityId(number))
      count += (wanted.acting ? acting : 0) + (wanted.other ? other : 0)
    }
    starts[place + 1] = starts[place]! + count
  }
  const knownMentions = new WeakMap<FolderArticle, readonly number[]>()
  /** The listed mentions of an article, in order. */
  const mentionsOf = (article: FolderArticle, place: number): readonly number[] => {
    const found = knownMentions.get(article)
    if (found) return found
    const { analysis } = article
    const mentions = analysis.entities.flatMap(({ id, mentions }) => {
      const wanted = listedIn(place, entityNumber(id))
      return mentions.filter((index) => (analysis.mentions[index]?.acting ? wanted.acting : wanted.other))
    })
    mentions.sort((a, b) => a - b)
    knownMentions.set(article, mentions)
    return mentions
  }
  const articleOf = (row: number) => lastAtMost(starts, row)
  return {
    view,
    show: 'mentions',
    size: starts[articles.length] ?? 0,
    numberOf: () => -1,
    articleOf,
    itemOf(row) {
      const place = articleOf(row)
      const article = articles[place]
      return { kind: 'mention', mention: (article && mentionsOf(article, place)[row - starts[place]!]) ?? -1 }
    }
  }
}

function* codingRows(view: FolderView): Steps<Concordance> {
  const rows = [...view.marks.coded.values()].flatMap((articles) =>
    [...articles].flatMap(([article, decisions]) => decisions.map((decision) => ({ article, decision })))
  )
  const start = ({ target }: DecisionOf<'code'>) => target[0]?.start ?? 0
  const sorted = yield* sortInSteps(
    rows,
    (a, b) => a.article - b.article || start(a.decision) - start(b.decision) || (a.decision.id < b.decision.id ? -1 : 1)
  )
  return {
    view,
    show: 'codings',
    size: sorted.length,
    numberOf: () => -1,
    articleOf: (row) => sorted[row]?.article ?? -1,
    itemOf: (row) => ({ kind: 'coding', decision: sorted[row]!.decision })
  }
}

/** The last index whose value is at most `wanted`, of those that are not followed by the same value. `starts` ascends. */
function lastAtMost(starts: Uint32Array, wanted: number): number {
  let low = 0
  let high = starts.length - 1
  while (low + 1 < high) {
    const middle = (low + high) >>> 1
    if (starts[middle]! <= wanted) low = middle
    else high = middle
  }
  return low
}
