import type { ExportInput } from '../../format'
import type { CodeLine } from '../../report/codeLines'
import type { ArticleLine, Overview } from '../../report/overview'
import type { QuotePlace } from '../../report/quotePlace'
import type { Source } from '../../report/sources'
import { wordingOf, type Wording } from '../../wording'

/** What every part of the page has to know. */
export interface Page {
  readonly input: ExportInput
  readonly wording: Wording
  readonly articles: readonly ArticleLine[]
  /** By `Code.id`. */
  readonly codes: ReadonlyMap<string, CodeLine>
}

/** What stands before the articles is made of the whole overview. */
export interface OverviewPage extends Page {
  readonly overview: Overview
}

/** What the articles themselves need: the overview is not in it, which is large. */
export interface ArticlesPage extends Page {
  /** By `DocumentEntity.id`. */
  readonly sources: ReadonlyMap<string, Pick<Source, 'number' | 'name'>>
  /** How often a repeated quote is there, by `Repeat.group`. */
  readonly repeats: ReadonlyMap<number, number>
}

export function overviewPage(input: ExportInput, overview: Overview): OverviewPage {
  return {
    input,
    wording: wordingOf(input),
    articles: overview.articles,
    codes: new Map(overview.codes.map((code) => [code.id, code])),
    overview
  }
}

export function articlesPage({ input, wording, articles, codes, overview }: OverviewPage): ArticlesPage {
  return {
    input,
    wording,
    articles,
    codes,
    sources: new Map(overview.sources.map(({ id, number, name }) => [id, { number, name }])),
    repeats: new Map(overview.repeats.map(({ group, places }) => [group, places.length]))
  }
}

/** Ids of the page's places: made of numbers alone. */
export const anchors = {
  article: (article: number) => `a${article}`,
  /** In the text. */
  quote: ({ article, quote }: Pick<QuotePlace, 'article' | 'quote'>) => `a${article}-q${quote}`,
  /** In the margin. */
  quoteNote: ({ article, quote }: Pick<QuotePlace, 'article' | 'quote'>) => `a${article}-note${quote}`,
  coding: (article: number, coding: number) => `a${article}-c${coding}`,
  memo: (article: number, memo: number) => `a${article}-m${memo}`,
  source: (source: number) => `source${source}`,
  unattributed: 'source-unknown',
  repeat: (group: number) => `repeat${group}`
}
