import type { AnalyzedArticle, Engine } from '../analysis'
import { describeFailure, type Failure } from './failure'
import { readInputs, type InputFormat, type UnanalyzedArticle } from './inputs'
import type { CliPorts } from './ports'
import { showProgress } from './progress'

export interface AnalyzedInput {
  readonly article: AnalyzedArticle
  /** What a message calls it: its path, or its file and line. */
  readonly place: string
}

/**
 * Reads and analyzes one article after the other, in the order of the input, each when it is asked for. An article that
 * fails is reported and left out. Rejects when the models cannot be loaded.
 */
export async function* analyzeInputs(
  paths: readonly string[],
  format: InputFormat,
  ports: CliPorts,
  report: (failure: Failure) => Promise<void>
): AsyncGenerator<AnalyzedInput> {
  const engine = await ports.loadEngine()
  const progress = showProgress(ports.errors)
  let count = 0
  for await (const input of readInputs(paths, format, ports.input)) {
    count++
    if (input.kind === 'failure') {
      await report(input.failure)
      continue
    }
    await progress.show(input.progress)
    const result = analyze(engine, input.article)
    await progress.clear()
    if (result.kind === 'failure') await report(result.failure)
    else yield { article: result.article, place: input.article.place }
  }
  if (count === 0 && format === 'files') await ports.errors.write('no articles (.txt, .md) found\n')
}

type AnalysisResult =
  | { readonly kind: 'article'; readonly article: AnalyzedArticle }
  | { readonly kind: 'failure'; readonly failure: Failure }

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
