import type { AnalyzedArticle } from '../../../src/analysis'
import { exportFormats, type ArticleStream, type ExportFormat } from '../../../src/exports'

export function formatOf(id: string): ExportFormat {
  const format = exportFormats.find((candidate) => candidate.id === id)
  if (!format) throw new Error(`no export format ${id}`)
  return format
}

/** All that a format writes. */
export async function written(format: ExportFormat, articles: ArticleStream): Promise<string> {
  return (await piecesOf(format, articles)).join('')
}

export async function piecesOf(format: ExportFormat, articles: ArticleStream): Promise<string[]> {
  const pieces: string[] = []
  for await (const piece of format.write(articles)) pieces.push(piece)
  return pieces
}

/** The same article as the folder has it: `take` is told each time when something of it is made anew. */
export function lazyArticle(
  article: AnalyzedArticle,
  take: (part: 'text' | 'article' | 'analysis', made: object) => void
): AnalyzedArticle {
  return {
    id: article.id,
    name: article.name,
    get text() {
      take('text', {})
      return article.text
    },
    get markup() {
      return article.markup
    },
    get article() {
      const made = { ...article.article }
      take('article', made)
      return made
    },
    get analysis() {
      const made = { ...article.analysis }
      take('analysis', made)
      return made
    }
  }
}
