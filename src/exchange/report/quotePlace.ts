import type { QuoteAct, QuoteKind } from '../../analysis'

/** Where a quote is. */
export interface QuotePlace {
  /** `ArticleLine.number`. */
  readonly article: number
  /** From 1, in order of the article's quotes. */
  readonly quote: number
  /** On one line. */
  readonly words: string
  readonly kind: QuoteKind
  readonly act: QuoteAct
}
