import type { ArticleColumn } from '../../protocol/overview'
import type { FolderIndex } from '../../study/folderIndex'
import { compareText } from '../../util/compareText'
import { nameCondition } from '../../util/filterQuery'
import { fileName } from '../../workspace/fileName'
import type { FolderArticle } from '../../workspace/folderArticle'

type Column = ArticleColumn

const columns = new WeakMap<FolderArticle, Column>()

/** What a picture says of an article; made once for each. */
export function articleColumn(article: FolderArticle): ArticleColumn {
  const known = columns.get(article)
  if (known) return known
  const { headline, agency, isoDate } = article.head
  const shown = headline?.trim() || fileName(article.uri)
  const column: Column = {
    uri: article.id,
    headline: shown.slice(0, longestHeadline),
    outlet: agency ?? '',
    date: isoDate ?? '',
    // A filter looks for whole headlines; of a long one its beginning would not be found.
    condition: nameCondition('article', shown.length > longestHeadline ? fileName(article.uri) : shown)
  }
  columns.set(article, column)
  return column
}

/** UTF-16 units. */
const longestHeadline = 300

/**
 * The columns of articles that are given with how much they hold, at most so many: those that hold the most, in order of date,
 * those without one last. `placeOf` gives an article's column.
 */
export function chosenColumns(
  { folder }: Pick<FolderIndex, 'folder'>,
  weights: ReadonlyMap<number, number>,
  most: number
): { readonly articles: readonly ArticleColumn[]; readonly placeOf: ReadonlyMap<number, number> } {
  const heaviest = [...weights].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most)
  const chosen = heaviest
    .map(([article]) => ({ article, column: articleColumn(folder.articles[article]!) }))
    .sort((a, b) => compareDates(a.column.date, b.column.date) || a.article - b.article)
  return {
    articles: chosen.map(({ column }) => column),
    placeOf: new Map(chosen.map(({ article }, place) => [article, place]))
  }
}

function compareDates(a: string, b: string): number {
  if (a === b) return 0
  if (a === '' || b === '') return a === '' ? 1 : -1
  return compareText(a, b)
}
