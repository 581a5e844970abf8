import type { AnalyzedArticle } from '../analysis'
import { toContractLine, writeJsonLine } from './contractLine'

/** A JSON array with one object an article, each in the command line's shape and on a line of its own. */
export function writeJson(articles: readonly AnalyzedArticle[]): string {
  const lines = articles.map(({ name, analysis }) => writeJsonLine(toContractLine(name, analysis)))
  return lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`
}
