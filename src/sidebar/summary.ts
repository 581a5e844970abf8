import type { Summary } from '../protocol/sidebar'
import type { SidebarArticle } from './sources'
import { articleWords, onOneLine, surface } from './surface'

/** What an article says about itself, on two lines. */
export function articleSummary(article: SidebarArticle, quotedWords: number): Summary {
  const { reading } = article
  const spans = [reading?.agency, reading?.dateline?.places[0], reading?.date]
  const details = spans.flatMap((span) => (span ? onOneLine(article.text.slice(span.start, span.end)) : []))
  return {
    title: reading?.title ? surface(article, [reading.title]) : fileName(article.path),
    details: [...new Set(details)],
    words: articleWords(article),
    quotedWords
  }
}

export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

export function folderName(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}
