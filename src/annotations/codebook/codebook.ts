import type { Layer } from '../layer'
import type { Project } from '../project'
import type { Edit } from '../step'

/** A folder's codebook as the operations on it take it. */
export interface Codebook {
  /** By which edits name the project: `Annotations.projectFolder`. */
  readonly folder: string
  readonly project: Project
}

/** What is known of an article's layers, of all annotators. */
export interface LayeredArticle {
  /** `AnalyzedArticle.id`. */
  readonly article: string
  readonly layers: readonly Layer[]
}

export type CodeEdit = Extract<Edit, { readonly kind: 'code' }>
export type CodingEdit = Extract<Edit, { readonly kind: 'decision' }>
export type MemoEdit = Extract<Edit, { readonly kind: 'memo' }>
