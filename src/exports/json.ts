import type { AnalyzedArticle } from '../analysis'
import { toContractLine, writeJsonLine } from './contractLine'
import type { ArticleStream, ExportFormat } from './exportFormat'

/** The command line's JSON: an array with one object an article, each on a line of its own. */
export const json: ExportFormat = {
  id: 'json',
  label: 'JSON',
  description: 'everything with offsets, as the command line writes it',
  suffix: '',
  extension: 'json',
  write: writeJsonArray
}

/** A JSON array of contract lines, one an article. Writes each article before it asks for the next. */
export async function* writeJsonArray(articles: ArticleStream): AsyncGenerator<string> {
  let isFirst = true
  for await (const article of articles) {
    yield `${isFirst ? '[\n' : ',\n'}${contractLine(article)}`
    isFirst = false
  }
  yield isFirst ? '[]\n' : '\n]\n'
}

/** JSON Lines: a contract line an article. Writes each article before it asks for the next. */
export async function* writeJsonLines(articles: ArticleStream): AsyncGenerator<string> {
  for await (const article of articles) yield `${contractLine(article)}\n`
}

function contractLine({ name, analysis }: AnalyzedArticle): string {
  return writeJsonLine(toContractLine(name, analysis))
}
