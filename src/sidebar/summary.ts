import type { Summary } from '../protocol/sidebar'
import type { AnalyzedArticle } from '../analysis'
import { shownText } from '../article'
import { onOneLine } from '../util/oneLine'
import { articleWords, surface } from '../study/surface'
import { fileName } from './articleEntry'

/** An article's title, its agency, place and date, and its numbers of words. */
export function articleSummary(analyzed: AnalyzedArticle, quotedWords: number, note?: string): Summary {
  const { article, name } = analyzed
  const spans = [article.agency, article.dateline?.places[0], article.date]
  const details = spans.flatMap((span) => (span ? onOneLine(shownText(article, span)) : []))
  return {
    title: article.title ? surface(analyzed, [article.title]) : fileName(name),
    file: fileName(name),
    details: [...new Set([...details, ...(note === undefined ? [] : [note])])],
    words: articleWords(analyzed),
    quotedWords
  }
}
