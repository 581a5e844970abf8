import type { Analysis } from '../analysis'
import type { Article } from '../article'

/** One analysed article on its way out. `article` is its name or path, as the reader of the export should see it. */
export interface ExportArticle {
  readonly article: string
  readonly text: string
  readonly reading: Article
  readonly analysis: Analysis
}

export type ExportFormatId = 'csv-entities' | 'csv-quotes' | 'json' | 'markdown'

/** A file format. `extension` comes without a dot; `write` is pure and gives the whole file, to be stored as UTF-8. */
export interface ExportFormat {
  readonly id: ExportFormatId
  readonly extension: string
  write(articles: readonly ExportArticle[]): string
}
