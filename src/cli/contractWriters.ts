import type { Analysis, AnalyzedArticle } from '../analysis'
import { toContractLine, writeJsonLine, type ContractLine } from '../exchange'

/** Asks for an article only when it is done with the one before, and keeps nothing of it. */
export type ArticleWriter = (articles: ArticleStream) => AsyncIterable<string>

/** An analyzed article; `isArticle` where somebody has decided whether it is one. */
export type JudgedArticle = AnalyzedArticle & { readonly isArticle?: boolean }

export type ArticleStream = Iterable<JudgedArticle> | AsyncIterable<JudgedArticle>

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
  for await (const article of articles) yield `${writeJsonLine(judgedLine(article))}\n`
}

interface JudgedLine extends ContractLine {
  readonly isArticle: boolean
  /** BCP 47; null where the text does not tell. */
  readonly language: string | null
}

function judgedLine({ name, analysis, isArticle, article }: JudgedArticle): JudgedLine {
  return {
    ...toContractLine(name, analysis),
    isArticle: isArticle ?? article.verdict.isArticle,
    language: article.language
  }
}

function decidedLine(article: JudgedArticle): JudgedLine {
  const { analysis } = article
  const line = judgedLine(article)
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
