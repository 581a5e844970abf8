import type { Uri } from 'vscode'
import type { Analysis, AnalyzedArticle } from '../analysis'
import type { Decided } from '../annotations'
import type { Steps } from '../util/steps'
import type { ArticleStanding } from './articleStanding'

/** Why an open article has no annotations although it has a result. */
export type DocumentProblem = 'binary' | 'too-large' | 'no-engine' | 'failed'

/** An article with the text of its editor, saved or not. With a problem, text, article and analysis are empty. */
export interface OpenArticle extends AnalyzedArticle {
  readonly uri: Uri
  /** The document's version (`OpenText.version`) that was analyzed. */
  readonly version: number
  /**
   * 0 for the first result of this version; one more when another takes its place: one that is not preliminary any more, or what
   * `lookAnew` decides without a new analysis.
   */
  readonly revision: number
  /** The revision of this version's first result that was not preliminary; 0 where it is not said. See `isDecidedAnew`. */
  readonly firstRevision?: number
  /** What the rules alone say, while the language model still reads: another result of this version follows. */
  readonly isPreliminary?: true
  /** What the rules alone say where the language model should have been asked, too. */
  readonly byRules?: true
  /** Whether it is an article, and who says so. Of what is none, `analysis` has nothing but what was decided. */
  readonly standing?: ArticleStanding
  /** What researchers have decided about it; undefined where nobody has decided anything. */
  readonly decided?: Decided
  /** What the engine suggested, where `decided` changed it. */
  readonly suggested?: Analysis
  readonly problem?: DocumentProblem
}

/** Whether the result took the place of one that said the same of the text: something was decided, or taken back. */
export function isDecidedAnew({ revision, firstRevision = 0 }: OpenArticle): boolean {
  return revision > firstRevision
}

/** What lies beside the articles' texts. Implemented by `Annotations`. */
export interface Decisions {
  /** Reads what has been decided about an article, when it is not known yet. Never rejects. */
  load(article: Uri): Promise<void>
  /** Applies it to what the engine suggests. Undefined where nobody has decided anything. */
  decide(suggested: AnalyzedArticle): Decided | undefined
  /** The same in steps: to apply thousands of decisions takes long. */
  decideInSteps?(suggested: OpenArticle): Steps<Decided | undefined>
}
