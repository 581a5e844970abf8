/** The articles of a folder as assistants ask them: everything in the order of the folder and the text, but for `sources`. */
export interface AskedArticles {
  readonly articles: readonly AskedArticle[]
  readonly quotes: readonly AskedQuote[]
  /** Who is quoted, the most quoted first. */
  readonly sources: readonly AskedSource[]
  readonly entities: ReadonlyMap<string, AskedEntity>
  /** The text that all lines count in; undefined where there is no such article. */
  readonly text: (article: string) => Promise<string | undefined>
}

/** What an article says about itself, and how much is in it. */
export interface AskedArticle {
  readonly file: string
  readonly facts: Readonly<Record<string, string | number | null>>
  /** Whom and what it mentions, the most mentioned first. */
  readonly names: readonly AskedName[]
}

export interface AskedName {
  /** See `AskedArticles.entities`. */
  readonly entity: string
  readonly mentions: number
  /** Of the first mention. */
  readonly line: number
}

export interface AskedEntity {
  readonly name: string
  readonly type: string
  /** Of a place. */
  readonly country: string | null
}

export interface AskedQuote {
  readonly file: string
  readonly line: number
  /** Its id in the article. */
  readonly quote: string
  /** The id of the speaker; null where nobody was found. */
  readonly source: string | null
  readonly name: string | null
  readonly kind: string
  readonly act: string
  /** Whether the same quote stands before it. */
  readonly again: boolean
  readonly cue: string | null
  /** The words that say who says it. */
  readonly sourceWords: string | null
  readonly content: string | null
  readonly sentence: string | null
  readonly status: string
  /** The places (see `AskedArticles.entities`) that are named in it. */
  readonly places: readonly string[]
}

export interface AskedSource {
  readonly source: string
  readonly name: string
  readonly type: string
  readonly named: boolean
  readonly quotes: number
  readonly articles: number
  readonly aliases: string | null
  readonly descriptions: string | null
  /** Where the first of its quotes stands. */
  readonly file: string
  readonly line: number
}
