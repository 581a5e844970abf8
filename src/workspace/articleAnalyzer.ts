import type { Engine } from '../analysis'
import { articleHead, readArticleInSteps, type ArticleFormat } from '../article'
import { packRecord, type ArticleRecord } from '../corpus'
import { inSlices } from '../util/slices'
import { analyzeInSlices } from './analyzeInSlices'

/** Reads and analyzes the articles of a folder: on this thread or on others. */
export interface ArticleAnalyzer {
  /** Undefined when `isWanted` returns false. Rejects when the analysis fails or its thread has ended. */
  analyze(text: string, format: ArticleFormat, isWanted: () => boolean): Promise<ArticleRecord | undefined>
  /** Its results are those of the rules alone, although there is a language model. */
  readonly byRules?: true
  /** Ends the threads at once; unfinished calls of `analyze` reject. */
  dispose(): void
}

/** Analyzes on this thread, in slices of a few milliseconds. */
export function slicedAnalyzer(engine: Engine): ArticleAnalyzer {
  return {
    async analyze(text, format, isWanted) {
      const article = await inSlices(readArticleInSteps(text, format), isWanted)
      const analysis = article && (await analyzeInSlices(engine, article, isWanted))
      return analysis && packRecord({ text, markup: article.markup, head: articleHead(article), analysis })
    },
    dispose: () => undefined
  }
}
