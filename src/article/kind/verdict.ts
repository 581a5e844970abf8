/** What the text itself says of being an article. A researcher's word and the settings' patterns go above it. */
export interface ArticleVerdict {
  readonly isArticle: boolean
  /** What it looks like instead; null for an article, and where nothing fits. */
  readonly resembles: Resemblance | null
  /** What spoke against an article, the most telling first; none for an article. */
  readonly reasons: readonly ArticleReason[]
}

/** The verdict on every article. */
export const anArticle: ArticleVerdict = { isArticle: true, resembles: null, reasons: [] }

/** What a text that is no article may look like. */
export type Resemblance =
  'log' | 'change-log' | 'licence' | 'read-me' | 'requirements' | 'code' | 'settings' | 'table' | 'list' | 'manual'

export type ReasonKind =
  | 'time-stamps'
  | 'changes'
  | 'versions'
  | 'settings'
  | 'code'
  | 'tables'
  | 'bullets'
  | 'addresses'
  | 'single-words'
  | 'commands'
  | 'markup'
  | 'legal-words'
  | 'technical-words'
  | 'little-prose'

/**
 * One thing that an article has little of. `count` are lines, of `of` lines; of `legal-words` and `technical-words` they are words; of
 * `little-prose` the sentences.
 */
export interface ArticleReason {
  readonly kind: ReasonKind
  readonly count: number
  readonly of: number
}
