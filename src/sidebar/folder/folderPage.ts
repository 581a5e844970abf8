import { factKeys } from '../../analysis'
import { pageLength, type ListAddress, type ListPage, type ListRow } from '../../protocol/sidebar'
import { articleEntry } from '../articleEntry'
import { mentionEntries } from '../entityMentions'
import { clipped } from '../clipped'
import {
  articleOfSource,
  articleRow,
  mentionsByArticle,
  nameRow,
  quoteRow,
  reuseRow,
  sourceId,
  sourceRow,
  suggestionRow,
  titleOf
} from './folderRows'
import type { ArticleRow } from '../../study/articleRow'
import type { FolderView } from '../../study/folderView'
import { namesOf, type NameList } from './nameRows'
import { sourcesIn } from './sourceRows'
import { codedArticleRow, codedArticles, codingRow, codingsIn, reviewRow } from './markRows'
import type { Steps } from '../../util/steps'

/** The number of rows of a list, and a function that makes each. */
interface ListRows {
  readonly total: number
  readonly row: (index: number) => ListRow | undefined
}

/** A page of rows from index `from` on, one step each; undefined for an unknown list. */
export function* folderPage(view: FolderView, list: ListAddress, from: number): Steps<ListPage | undefined> {
  const rows = yield* listRows(view, list)
  if (!rows) return undefined
  const made: ListRow[] = []
  for (let index = from; index < Math.min(rows.total, from + pageLength); index++) {
    yield
    const row = rows.row(index)
    if (row) made.push(row)
  }
  return { list, from, rows: made }
}

function* listRows(view: FolderView, list: ListAddress): Steps<ListRows | undefined> {
  switch (list.kind) {
    case 'sources':
      return rowsOf(yield* sourcesIn(view, list.order), (row) => sourceRow(view, row))
    case 'source':
      return quotesByArticle(view, view.sources.find((row) => sourceId(view, row) === list.entity)?.quotes)
    case 'names':
      return nameRows(view, (yield* namesOf(view)).of(list.types))
    case 'mentions':
      return mentionRows(view, list)
    case 'mentionsIn':
      return mentionsIn(view, list)
    case 'unattributed':
      return rowsOf(view.unattributed, (row) => articleRow(view, row))
    case 'unattributedIn':
      return rowsOf(quotesOf(view, view.unattributed, list.article), (number) => quoteRow(view, number, 'source'))
    case 'suggested':
      return rowsOf(view.suggestions, (group) => suggestionRow(view, group))
    case 'suggestion':
      return rowsOf(
        view.suggestions.find(([first]) => first && sourceId(view, first) === list.entity),
        (row) => articleOfSource(view, row)
      )
    case 'reuse':
      return rowsOf(view.reuse, ({ quotes }) => reuseRow(view, quotes))
    case 'reuseOf':
      return quotesByArticle(view, reuseGroup(view, list))
    case 'coded':
      return rowsOf(codedArticles(view, list.code), (article) => codedArticleRow(view, list.code, article))
    case 'codedIn':
      return rowsOf(codingsIn(view, list.code, list.article), (coding) => codingRow(view, list.article, coding))
    case 'review':
      return rowsOf(view.marks.review, (waiting) => reviewRow(view, waiting))
  }
}

function rowsOf<T>(items: readonly T[] | undefined, row: (item: T) => ListRow | undefined): ListRows | undefined {
  return items && { total: items.length, row: (index) => (items[index] === undefined ? undefined : row(items[index])) }
}

function nameRows(view: FolderView, names: NameList): ListRows {
  return {
    total: names.total,
    row(index) {
      const name = names.row(index)
      return name && nameRow(view, name)
    }
  }
}

/** Quotes in order of their articles: the first of each says which one it is. */
function quotesByArticle(view: FolderView, numbers: readonly number[] | undefined): ListRows | undefined {
  const { folder, quotes } = view.index
  return (
    numbers && {
      total: numbers.length,
      row(index) {
        const number = numbers[index]!
        const { article } = quotes.placeOf(number)
        const isFirst = index === 0 || quotes.placeOf(numbers[index - 1]!).article !== article
        const title = folder.articles.length > 1 && isFirst ? titleOf(view, number) : ''
        return { ...quoteRow(view, number, 'source'), article: title }
      }
    }
  )
}

function mentionRows(
  view: FolderView,
  { entity: id }: Extract<ListAddress, { readonly kind: 'mentions' }>
): ListRows | undefined {
  const entity = entityIndex(view, id)
  if (entity < 0) return undefined
  const articles = [...mentionsByArticle(view, entity)]
  return {
    total: articles.length,
    row(index) {
      const [article, count] = articles[index]!
      const source = view.index.folder.articles[article]!
      return {
        kind: 'article',
        key: source.id,
        article: articleEntry(source),
        opens: { list: { kind: 'mentionsIn', entity: id, article: source.id }, total: count }
      }
    }
  }
}

function mentionsIn(
  view: FolderView,
  { entity: id, article: uri }: Extract<ListAddress, { readonly kind: 'mentionsIn' }>
): ListRows | undefined {
  const { folder } = view.index
  const source = folder.article(uri)
  const wanted = folder.corpus.entities[entityIndex(view, id)]
  if (!source || !wanted) return undefined
  const mentions = source.analysis.entities
    .filter((known) => folder.corpus.entityOf({ article: uri, entity: known.id }) === wanted)
    .flatMap((known) => mentionEntries(source, known))
    .sort((a, b) => a.start - b.start)
  return {
    total: mentions.length,
    row: (index) => ({
      kind: 'mention',
      key: mentions[index]!.key,
      uri: source.id,
      mention: { ...mentions[index]!, surface: clipped(mentions[index]!.surface) }
    })
  }
}

function quotesOf(view: FolderView, rows: readonly ArticleRow[], uri: string): readonly number[] | undefined {
  const article = view.index.numbers.get(uri)
  return rows.find((row) => row.article === article)?.quotes
}

/** The index of an id in `Corpus.entities`, or -1. */
function entityIndex({ index: { folder } }: FolderView, wanted: string): number {
  return folder.corpus.entities.findIndex(({ id }) => id === wanted)
}

/** The numbers of all listed quotes of the reuse group that a quote belongs to. */
function reuseGroup(
  { index: { folder, numbers, quotes } }: FolderView,
  { article, quote: key }: Extract<ListAddress, { readonly kind: 'reuseOf' }>
): readonly number[] | undefined {
  const source = folder.article(article)
  const quote = source ? factKeys(source).quotes.indexOf(key) : -1
  const number = quote < 0 ? undefined : quotes.numberOf(numbers.get(article) ?? -1, quote)
  return number === undefined ? undefined : quotes.reuse[quotes.groupOf(number)]?.quotes
}
