import type { AnalyzedArticle, Engine } from '../analysis'
import { readInputs, type InputFormat, type UnanalyzedArticle } from './inputs'
import type { CliPorts } from './ports'
import { showProgress } from './progress'
import { describeRemark } from './remarks'
import { describeFailure, type Message, type Report } from './report'

export interface AnalyzedInput {
  readonly article: AnalyzedArticle
  /** What a message calls it: its path, or its file and line. */
  readonly place: string
}

/**
 * Reads and analyzes one article after the other, in the order of the input, each when it is asked for. An article that
 * fails is reported and left out, what is to be said of one is noted. Rejects when the models cannot be loaded.
 */
export async function* analyzeInputs(
  paths: readonly string[],
  format: InputFormat,
  ports: CliPorts,
  report: Pick<Report, 'failed' | 'noted'>
): AsyncGenerator<AnalyzedInput> {
  const engine = await ports.loadEngine()
  const progress = showProgress(ports.errors)
  let count = 0
  for await (const input of readInputs(paths, format, ports)) {
    count++
    if (input.kind === 'failure') {
      await report.failed(input.failure)
      continue
    }
    await progress.show(input.progress)
    const result = analyze(engine, input.article)
    await progress.clear()
    for (const remark of input.article.remarks)
      await report.noted({ name: input.article.place, message: describeRemark(remark) })
    if (result.kind === 'failure') await report.failed(result.failure)
    else yield { article: result.article, place: input.article.place }
  }
  if (count === 0 && format === 'files') await ports.errors.write('no articles (.txt, .md) found\n')
}

type AnalysisResult =
  | { readonly kind: 'article'; readonly article: AnalyzedArticle }
  | { readonly kind: 'failure'; readonly failure: Message }

function analyze(engine: Engine, { name, place, article, givenQuotes }: UnanalyzedArticle): AnalysisResult {
  try {
    const analysis = engine.analyze(article, givenQuotes)
    return {
      kind: 'article',
      article: { id: name, name, text: article.text, markup: article.markup, article, analysis }
    }
  } catch (error) {
    return { kind: 'failure', failure: describeFailure(place, error) }
  }
}
