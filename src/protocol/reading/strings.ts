/** The page's texts in the user's language. */
export interface ReadingStrings {
  readonly locale: string
  readonly text: string
  readonly tools: string
  readonly sources: string
  readonly sourcesHelp: string
  readonly noSources: string
  readonly allSources: string
  readonly fewerSources: string
  readonly names: string
  readonly codes: string
  readonly previousQuote: string
  readonly nextQuote: string
  readonly showAll: string
  readonly oneQuote: string
  readonly manyQuotes: string
  readonly unnamed: string
  /** "{0} of {1}, {2}": which quote of how many, and whose. */
  readonly quoteOf: string
  readonly lit: string
  readonly unlit: string
  readonly selection: string
  readonly markQuote: string
  readonly markName: string
  readonly code: string
  readonly note: string
  readonly analyzing: string
  readonly noArticle: string
  readonly tooLarge: string
  readonly binary: string
  readonly failed: string
  readonly empty: string
  readonly keys: string
}
