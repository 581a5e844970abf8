import type { AnalyzedArticle } from '../../analysis'
import type { Decided } from '../../annotations'

/** An article of an export, as it is decided. Of thousands each is made anew when it is asked for. */
export interface ExportedArticle {
  readonly article: AnalyzedArticle
  /** Undefined where nothing was decided, or nothing of it is wanted. */
  readonly decided?: Decided | undefined
}

/** What is exported of the annotations: what holds, what a person decided alone, or what the engine found alone. */
export type ExportContent = 'both' | 'decisions' | 'suggestions'

export const exportContents: readonly ExportContent[] = ['both', 'decisions', 'suggestions']
