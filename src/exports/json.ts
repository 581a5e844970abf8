import type { Analysis, AnalyzedArticle } from '../analysis'
import { toContractLine, writeJsonLine, type ContractLine } from './contractLine'
import type { ArticleStream, ExportFormat } from './exportFormat'

/**
 * The command line's JSON: an array with one object an article, each on a line of its own. Beside the fields of the contract, an
 * entity that a person made who it is has its `identity`, a mention or quote that was decided who decided it: `decidedBy`.
 */
export const json: ExportFormat = {
  id: 'json',
  label: 'JSON',
  description: 'everything with offsets, as the command line writes it',
  suffix: '',
  extension: 'json',
  write: writeJsonArray
}

/** A JSON array of contract lines, with who decided what, one an article. Writes each article before it asks for the next. */
export async function* writeJsonArray(articles: ArticleStream): AsyncGenerator<string> {
  let isFirst = true
  for await (const article of articles) {
    yield `${isFirst ? '[\n' : ',\n'}${writeJsonLine(decidedLine(article))}`
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

function decidedLine({ name, analysis }: AnalyzedArticle): ContractLine {
  const line = toContractLine(name, analysis)
  return {
    ...line,
    mentions: withAnnotators(line.mentions, analysis.mentions),
    entities: line.entities.map((entity, index) => {
      const identity = analysis.entities[index]?.identity
      return identity === undefined ? entity : { ...entity, identity }
    }),
    quotes: withAnnotators(line.quotes, analysis.quotes)
  }
}

/** The facts of a contract line and those of the analysis are the same, in the same order. */
function withAnnotators<Fact>(facts: readonly Fact[], decided: Analysis['mentions' | 'quotes']): readonly Fact[] {
  return facts.map((fact, index) => {
    const decidedBy = decided[index]?.decidedBy
    return decidedBy === undefined ? fact : { ...fact, decidedBy }
  })
}
