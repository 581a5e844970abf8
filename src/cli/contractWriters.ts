import type { Analysis, AnalyzedArticle } from '../analysis'
import { toContractLine, writeJsonLine, type ContractLine } from '../exchange'

/** Asks for an article only when it is done with the one before, and keeps nothing of it. */
export type ArticleWriter = (articles: ArticleStream) => AsyncIterable<string>

export type ArticleStream = Iterable<AnalyzedArticle> | AsyncIterable<AnalyzedArticle>

/**
 * A JSON array with a contract line an article, each on a line of its own. Beside the fields of the contract, an entity that a person
 * made who it is has its `identity`, a mention or quote that was decided who decided it: `decidedBy`.
 */
export async function* writeJsonArray(articles: ArticleStream): AsyncGenerator<string> {
  let isFirst = true
  for await (const article of articles) {
    yield `${isFirst ? '[\n' : ',\n'}${writeJsonLine(decidedLine(article))}`
    isFirst = false
  }
  yield isFirst ? '[]\n' : '\n]\n'
}

/** JSON Lines: a contract line an article. */
export async function* writeJsonLines(articles: ArticleStream): AsyncGenerator<string> {
  for await (const { name, analysis } of articles) yield `${writeJsonLine(toContractLine(name, analysis))}\n`
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
