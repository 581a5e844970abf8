import type { ExportInput } from '../../format'
import type { CodeLine } from '../../report/codeLines'
import type { Overview, Repeat } from '../../report/overview'
import type { QuotePlace } from '../../report/quotePlace'
import type { Source } from '../../report/sources'
import { wordingOf, type Wording } from '../../wording'

/** What every part of the page has to know. */
export interface Page {
  readonly input: ExportInput
  readonly wording: Wording
  readonly overview: Overview
  /** By `DocumentEntity.id`. */
  readonly sources: ReadonlyMap<string, Source>
  /** By `Code.id`. */
  readonly codes: ReadonlyMap<string, CodeLine>
  /** By `Repeat.group`. */
  readonly repeats: ReadonlyMap<number, Repeat>
}

export function pageOf(input: ExportInput, overview: Overview): Page {
  return {
    input,
    wording: wordingOf(input),
    overview,
    sources: new Map(overview.sources.map((source) => [source.id, source])),
    codes: new Map(overview.codes.map((code) => [code.id, code])),
    repeats: new Map(overview.repeats.map((repeat) => [repeat.group, repeat]))
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
