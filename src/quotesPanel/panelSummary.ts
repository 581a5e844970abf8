import { articleName } from '../study/articleName'
import { conditionsOf, withCondition } from '../util/filterQuery'
import type { Concordance } from './concordance'
import type { PanelTexts } from './panelStrings'

/** The conditions of a filter, and what else is typed as one part. */
export function partsOf(query: string): readonly string[] {
  const conditions = conditionsOf(query)
  const words = conditions.reduce((rest, condition) => withCondition(rest, condition), query).trim()
  return words === '' ? conditions : [...conditions, words]
}

/** How many rows there are, of how many sources in how many articles, in words. */
export function summaryOf(rows: Concordance, texts: PanelTexts): string {
  const { view, show, size } = rows
  let articles = 0
  // Rows are in order of their articles.
  for (let row = 0; row < size; row++) if (row === 0 || rows.articleOf(row) !== rows.articleOf(row - 1)) articles++
  const where = texts.articles(articles)
  return show === 'quotes'
    ? texts.quotes(size, view.distinctQuotes, view.sources.length, where)
    : texts.rows(show, size, where)
}

/** The same of rows that are all of one article, whose name it tells. `article` is its index in the folder. */
export function summaryOfArticle(rows: Concordance, article: number, texts: PanelTexts): string {
  const { view, show, size } = rows
  const { folder, quotes } = view.index
  const found = folder.articles[article]
  const where = found ? articleName(found) : ''
  if (show !== 'quotes') return texts.rows(show, size, where)
  const numbers = Array.from({ length: size }, (_, row) => rows.numberOf(row))
  const sources = new Set(numbers.map((number) => quotes.speakerOf(number)).filter((speaker) => speaker >= 0))
  return texts.quotes(size, quotes.count(numbers).distinct, sources.size, where)
}
