import { toContractLine, writeJsonLine } from './contractLine'
import type { ExportArticle } from './exportFormat'

/** A JSON array with one object an article, each in the command line's shape and on a line of its own. */
export function writeJson(articles: readonly ExportArticle[]): string {
  const lines = articles.map(({ article, analysis }) => writeJsonLine(toContractLine(article, analysis)))
  return lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`
}
