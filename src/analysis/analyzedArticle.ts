import type { Article, SourceText } from '../article'
import type { Analysis } from './analysis'

/**
 * One article with what is said of it: the form in which articles travel through editor, folder, sidebar, exports and
 * command line. `text` and `markup` are those of `article`. Where a whole folder is held, they, `article` and `analysis` are made when
 * they are asked for: take each once, and never keep the article of one that may be thousands.
 */
export interface AnalyzedArticle extends SourceText {
  /** Tells it from every other: a URI in the editor, a path or a JSON line's id on the command line. */
  readonly id: string
  /** What people call it: its path inside the workspace, or its path or id as given. */
  readonly name: string
  readonly article: Article
  readonly analysis: Analysis
}

/** An analyzed article for whoever needs the words and not how they are divided into sentences and tokens. */
export type AnalyzedText = Pick<AnalyzedArticle, 'id' | 'text' | 'markup' | 'analysis'>
