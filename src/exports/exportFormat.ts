import type { AnalyzedArticle } from '../analysis'

export type ExportFormatId = 'csv-entities' | 'csv-quotes' | 'json' | 'markdown'

/**
 * A file format. `extension` comes without a dot; `write` is pure and gives the whole file, to be stored as UTF-8. An
 * article's `name` is what the reader of the file sees of where it comes from.
 */
export interface ExportFormat {
  readonly id: ExportFormatId
  readonly extension: string
  write(articles: readonly AnalyzedArticle[]): string
}
