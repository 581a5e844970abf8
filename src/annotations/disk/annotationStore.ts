import type { Said } from '../../util/translate'
import type { Decision } from '../decision'
import type { Layer } from '../layer'
import type { Code, Project, ProjectMemo, RegisteredEntity } from '../project'

/**
 * What is wrong with a file. It is left as it is, except where `kind` is
 * - `partly-read`: some of its annotations are not understood; they are kept as they are, everything else works;
 * - `changed-by-another`: somebody else decided otherwise meanwhile, and the later decision was kept.
 */
export interface FileProblem {
  /** Its path below the root. */
  readonly file: string
  readonly kind:
    | 'broken'
    | 'newer-version'
    | 'too-large'
    | 'unreadable'
    | 'read-only'
    | 'not-written'
    | 'changed-by-another'
    | 'partly-read'
  /** For people, in English: a literal, what the file system says, or with values, which are then in `said` too. */
  readonly detail: string
  readonly said?: Said
}

/** One decision before and after, told apart by id: `before` undefined is new, `after` undefined is deleted. */
export interface DecisionEdit {
  readonly before?: Decision
  readonly after?: Decision
}

export type ProjectEdit =
  | { readonly kind: 'code'; readonly before?: Code; readonly after?: Code }
  | { readonly kind: 'entity'; readonly before?: RegisteredEntity; readonly after?: RegisteredEntity }
  | { readonly kind: 'memo'; readonly before?: ProjectMemo; readonly after?: ProjectMemo }

/**
 * What is on disk now. With a problem other than `changed-by-another` and `partly-read` nothing was written: `content` is what
 * was known last with the edits applied, and the edits wait in the recovery copy.
 */
export interface Saved<Content> {
  readonly content: Content
  readonly problem?: FileProblem
}

export interface LoadedLayers {
  /** One an annotator, in order of name, with what waits in the recovery copy applied. */
  readonly layers: readonly Layer[]
  readonly problems: readonly FileProblem[]
  /** Becomes different when a file of the article's layers does; "" where there is none. */
  readonly stamp: string
}

/** Edits that could not be written yet. */
export type RecoveredEdits =
  | { readonly article: string; readonly annotator: string; readonly edits: readonly DecisionEdit[] }
  | { readonly article?: undefined; readonly edits: readonly ProjectEdit[] }

/**
 * The annotations of one folder of articles, on disk. `article` is always a path below that folder, with "/" between its
 * segments. Methods reject only for an article that is no such path; what fails on disk is a problem in the result. Calls may
 * overlap: those about one file take effect in their order.
 */
export interface AnnotationStore {
  /** The articles that have layers with the stamps of these (`LoadedLayers.stamp`), in order of path. */
  articles(): Promise<ReadonlyMap<string, string>>
  layers(article: string): Promise<LoadedLayers>
  project(): Promise<Saved<Project>>
  /**
   * Applies edits to the layer as it is on disk now. `text` is the article's text in which the anchors are; without it the
   * offsets in code points, which other programs read, are estimated.
   */
  saveLayer(article: string, annotator: string, edits: readonly DecisionEdit[], text?: string): Promise<Saved<Layer>>
  saveProject(edits: readonly ProjectEdit[]): Promise<Saved<Project>>
  /**
   * Takes the layers along when an article, or a folder of articles, was moved or copied. Where there are layers already, both
   * are united.
   */
  moveArticle(from: string, to: string, how: 'move' | 'copy'): Promise<readonly FileProblem[]>
  /** What waits in the recovery copy, of this session and of earlier ones. */
  recovered(): Promise<readonly RecoveredEdits[]>
  /** Tries to write what waits; what was written waits no more. The problems of what still waits. */
  retry(): Promise<readonly FileProblem[]>
}
