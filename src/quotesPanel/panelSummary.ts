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
  return show === 'quotes'
    ? texts.quotes(size, view.distinctQuotes, view.sources.length, articles)
    : texts.rows(show, size, articles)
}
