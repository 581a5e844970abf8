import { firstIndex } from '../util/binarySearch'
import type { Concordance } from './concordance'

/** The rows of one article, which stand together. `article` is its index in the folder; -1 has none. */
export function rowsOfArticle(rows: Concordance, article: number): Concordance {
  const from = firstIndex(rows.size, (row) => rows.articleOf(row) >= article)
  const to = article < 0 ? from : firstIndex(rows.size, (row) => rows.articleOf(row) > article)
  return {
    view: rows.view,
    show: rows.show,
    size: to - from,
    articleOf: (row) => rows.articleOf(from + row),
    numberOf: (row) => rows.numberOf(from + row),
    itemOf: (row) => rows.itemOf(from + row)
  }
}
