import type { EntryState, QuoteKind } from '../common'

/** What the panel lists. */
export const shows = ['quotes', 'mentions', 'codings', 'words'] as const
export type Show = (typeof shows)[number]

/** The articles whose rows are listed: the one in the editor, whichever that is, or all of the folder. */
export const panelScopes = ['article', 'folder'] as const
export type PanelScope = (typeof panelScopes)[number]

/** In the order in which they stand. Rows can be sorted by each; `place` is where they are in the texts. */
export const columns = [
  'place',
  'left',
  'keyword',
  'right',
  'source',
  'article',
  'date',
  'outlet',
  'kind',
  'codes',
  'status'
] as const
export type Column = (typeof columns)[number]

/** In UTF-16 units. */
export const longestWords = 200

/** How words are looked for, as the switches of VS Code's own search say. */
export interface WordMatch {
  readonly matchCase: boolean
  /** Not as a part of another word. */
  readonly wholeWord: boolean
}

export const anyWords: WordMatch = { matchCase: false, wholeWord: false }

/** No more rows than these are decided about or copied at once. */
export const mostRowsAtOnce = 10_000

/** One line of the concordance. Every text is on one line. */
export interface PanelRow {
  /** The same row in every state. */
  readonly key: string
  readonly left: string
  /** The quote, name, coded or searched words. */
  readonly keyword: string
  readonly right: string
  /** Who says it; who is mentioned; "" for nobody. */
  readonly source: string
  /** What tells the source from others of its name; "" for the only one of the name. */
  readonly sourceNote: string
  /** Whether the source has a name. */
  readonly named: boolean
  readonly article: string
  /** ISO 8601 where the year is known, else as the article writes it; "" where it does not say. */
  readonly date: string
  readonly outlet: string
  /** Of a quote; "" of anything else. */
  readonly kind: QuoteKind | ''
  readonly codes: readonly { readonly name: string; readonly color: string }[]
  readonly status: EntryState
  readonly line: number
}
