import type { Deciding, Edit, Layer } from '../../annotations'

/** Where an assistant puts what it proposes. */
export interface ProposalDesk {
  /**
   * What proposals about an article are made from, in the name of the assistant: all of one desk are of the same moment, and so one
   * proposal (`proposingTools`). `own` is empty, since no proposal takes the place of another. Undefined where there is no such article.
   */
  readonly deciding: (article: string) => Promise<Deciding | undefined>
  /** The layers of all assistants on an article, by its `AnalyzedArticle.id`; after `deciding`. */
  readonly assistants: (article: string) => readonly Layer[]
  /** In which articles, as `deciding` calls them, somebody (`articleSources`' id) is mentioned, as whom of its analysis. */
  readonly members: (entity: string) => readonly { readonly article: string; readonly entity: string }[]
  /** Writes it into the assistant's layers. Rejects with why it could not. */
  readonly save: (edits: readonly ProposedEdit[]) => Promise<void>
}

/** A decision that an assistant would make. */
export type ProposedEdit = Extract<Edit, { readonly kind: 'decision' }>
