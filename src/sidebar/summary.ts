import type { Summary } from '../protocol/sidebar'
import type { AnalyzedArticle } from '../analysis'
import { shownText } from '../article'
import { onOneLine } from '../util/oneLine'
import { articleWords, surface } from '../study/surface'

/** An article's title, its agency, place and date, and its numbers of words. */
export function articleSummary(analyzed: AnalyzedArticle, quotedWords: number): Summary {
  const { article, name } = analyzed
  const spans = [article.agency, article.dateline?.places[0], article.date]
  const details = spans.flatMap((span) => (span ? onOneLine(shownText(article, span)) : []))
  return {
    title: article.title ? surface(analyzed, [article.title]) : fileName(name),
    details: [...new Set(details)],
    words: articleWords(analyzed),
    quotedWords
  }
}

/** The last part of a path. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** A path without its last part. */
export function folderName(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}
