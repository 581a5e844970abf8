import type { Column, PanelScope, PanelState, Show, WordMatch } from '../protocol/quotesPanel'
import type { ArticleFolder } from '../workspace/articleFolder'
import type { Concordance } from './concordance'
import { partsOf, summaryOf, summaryOfArticle } from './panelSummary'
import type { PanelTexts } from './panelStrings'
import type { RowOrder } from './rowOrder'

/** What the researcher wants to see. */
export interface Wish {
  readonly show: Show
  readonly scope: PanelScope
  readonly words: string
  readonly match: WordMatch
  readonly column: Column
  readonly isDescending: boolean
}

/** What is listed for a wish. */
export interface Shown {
  readonly rows: Concordance
  /** Index of the article that the rows are of, -1 for one that is not in the folder; undefined for those of the folder. */
  readonly article: number | undefined
  /** The article in the editor when they were made. */
  readonly followed: string | undefined
  readonly order: RowOrder
  readonly version: number
}

/** The panel with its rows; without any it says why. */
export function stateOf(shown: Shown, wish: Wish, query: string, texts: PanelTexts): PanelState {
  const total = shown.rows.size
  const why = whyEmpty(shown, wish, texts)
  return {
    ...headOf(wish, query),
    version: shown.version,
    total,
    summary: total > 0 || why === texts.nothingFound ? summary(shown, texts) : '',
    empty: total > 0 ? '' : why,
    isUnread: false
  }
}

/** The panel of a folder in which there is nothing yet. */
export function stateWithoutArticles(
  kind: ArticleFolder['state']['kind'],
  version: number,
  wish: Wish,
  query: string,
  texts: PanelTexts
): PanelState {
  const isUnread = kind === 'unread'
  return {
    ...headOf(wish, query),
    ...{ version, total: 0, summary: '', isUnread },
    empty: kind === 'reading' ? texts.reading : isUnread ? texts.unread : texts.noArticles
  }
}

function headOf({ show, scope, words, match, column, isDescending }: Wish, query: string) {
  return { show, scope, words, match, sort: { column, isDescending }, filter: partsOf(query) }
}

function summary({ rows, article }: Shown, texts: PanelTexts): string {
  return article === undefined ? summaryOf(rows, texts) : summaryOfArticle(rows, article, texts)
}

function whyEmpty({ article, followed }: Shown, { show, words }: Wish, texts: PanelTexts): string {
  if (article === -1) return followed === undefined ? texts.noArticleOpen : texts.notInFolder
  return show === 'words' && words.trim() === '' ? texts.typeWords : texts.nothingFound
}
