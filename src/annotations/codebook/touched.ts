import type { Project } from '../project'
import type { LayeredArticle } from './codebook'
import { codingsOf } from './codings'

/** What is affected when codes are merged or deleted. */
export interface Touched {
  readonly codings: number
  readonly articles: number
  /** Codings of other annotators, among `codings`. */
  readonly ofOthers: number
  /** Notes about the codes themselves. */
  readonly memos: number
}

export function touchedBy(
  codes: ReadonlySet<string>,
  articles: Iterable<LayeredArticle>,
  project: Project,
  annotator: string | undefined
): Touched {
  const codings = codingsOf(articles, codes)
  return {
    codings: codings.length,
    articles: new Set(codings.map(({ article }) => article)).size,
    ofOthers: codings.filter(({ coding }) => coding.creator !== annotator).length,
    memos: project.memos.filter(({ about }) => codes.has(about)).length
  }
}
