import { toContractLine, writeJsonLine } from '../exports'
import { articleTable } from './articleTable'
import type { AnalysedArticle } from './forEachArticle'

export type OutputFormat = 'table' | 'jsonl' | 'json'

/** How a run of articles is written, piece by piece, so that none of them waits for the last. */
export interface ArticleWriter {
  readonly start: string
  readonly between: string
  readonly end: string
  article(analysed: AnalysedArticle): string
}

const contractLine = ({ name, analysis }: AnalysedArticle) => writeJsonLine(toContractLine(name, analysis))

export const articleWriters: Readonly<Record<OutputFormat, ArticleWriter>> = {
  table: { start: '', between: '\n', end: '', article: articleTable },
  jsonl: { start: '', between: '', end: '', article: (analysed) => `${contractLine(analysed)}\n` },
  json: { start: '[', between: ',', end: '\n]\n', article: (analysed) => `\n${contractLine(analysed)}` }
}
