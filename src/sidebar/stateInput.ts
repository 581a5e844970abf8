import type { Project, Proposal } from '../annotations'
import type { EmptyReason } from '../protocol/sidebar'
import type { DocumentProblem } from '../workspace/articleDocuments'
import type { FolderSnapshot } from '../workspace/folderArticle'

/** The input of a posted state: as long as it is the same, the state need not be computed again. */
export interface StateInput {
  /** The analyzed article, compared by identity; without one the document's URI. */
  readonly article: unknown
  readonly folder: FolderSnapshot | undefined
  readonly problem: EmptyReason
  readonly showAttitudes: boolean
  readonly project: Project | undefined
  readonly proposals: readonly Proposal[] | undefined
}

export function isSameInput(a: StateInput, b: StateInput): boolean {
  return (
    a.article === b.article &&
    a.folder === b.folder &&
    a.problem === b.problem &&
    a.showAttitudes === b.showAttitudes &&
    a.project === b.project &&
    (a.proposals === b.proposals || (!a.proposals?.length && !b.proposals?.length))
  )
}

export function problemReason(problem: DocumentProblem): EmptyReason {
  return problem === 'no-engine' ? 'failed' : problem
}
