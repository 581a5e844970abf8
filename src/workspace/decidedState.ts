import type { WaitingDecisions } from '../annotations'

/** Which decisions a record of an article has. */
export interface DecidedState {
  /** Tells these decisions from others about the same content. */
  readonly hash: string
  /** `FolderDecisions.stamp` of these decisions; "?" where they were not on disk yet. */
  readonly stamp: string
  /** `Identity.iri` of everybody whom they name. */
  readonly identities: readonly string[]
  /** What the project's registry said of these, as JSON; "" for nothing. */
  readonly entities: string
  readonly isArticle: boolean | null
  /** Undefined of a record of an earlier version of ours: it is decided anew. */
  readonly waiting: WaitingDecisions | undefined
}
