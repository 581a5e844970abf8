import type { Decision } from './decision'
import type { Code, ProjectMemo, RegisteredEntity } from './project'

/**
 * One thing before and after: `before` undefined is new, `after` undefined is deleted. Things are told apart by `id` (`iri` of
 * an entity), which an edit never changes.
 */
export type Edit =
  | { readonly kind: 'decision'; readonly article: string; readonly before?: Decision; readonly after?: Decision }
  | { readonly kind: 'code'; readonly folder: string; readonly before?: Code; readonly after?: Code }
  | {
      readonly kind: 'entity'
      readonly folder: string
      readonly before?: RegisteredEntity
      readonly after?: RegisteredEntity
    }
  | { readonly kind: 'memo'; readonly folder: string; readonly before?: ProjectMemo; readonly after?: ProjectMemo }

/** What is done, undone and done again as one. */
export interface Step {
  /** What it does, in the user's language: "Reject \u201cReuters\u201d". */
  readonly label: string
  /** `article` is an `AnalyzedArticle.id`; `folder` the URI of the folder whose project it is. */
  readonly edits: readonly Edit[]
}

/** The step that takes another one back. */
export function inverse({ label, edits }: Step): Step {
  return {
    label,
    edits: [...edits].reverse().map(({ before, after, ...edit }) => ({ ...edit, before: after, after: before }) as Edit)
  }
}
