import type { AnalyzedArticle, Engine } from '../analysis'
import { applyDecisions, type Decided } from '../annotations'
import type { AnnotationFolders } from './annotationFolders'
import { besideArticles, type BesideArticle, type DecisionOptions } from './besideArticles'
import { readInputs, type InputFormat, type UnanalyzedArticle } from './inputs'
import type { CliPorts } from './ports'
import { showProgress } from './progress'
import { describeRemark } from './remarks'
import { describeFailure, type Message, type Report } from './report'
import type { Shard } from './shard'
import { describeVerdict } from './verdict'

export interface AnalyzedInput {
  /** As it is decided. */
  readonly article: AnalyzedArticle
  /** Undefined where nothing is decided. */
  readonly decided?: Decided
  /** What a message calls it: its path, or its file and line. */
  readonly place: string
}

export interface AnalyzeInputsOptions extends DecisionOptions {
  /** Without one: all articles. */
  readonly shard?: Shard
}

/**
 * Reads and analyzes one article after the other, in the order of the input, each when it is asked for. An article that
 * fails is reported and left out, what is to be said of one is noted. Decisions that lie beside the articles are applied; a
 * folder's file that is no article, by a decision or by its text, is left out, and noted. Rejects when the models cannot be loaded.
 */
export async function* analyzeInputs(
  paths: readonly string[],
  format: InputFormat,
  ports: CliPorts,
  report: Pick<Report, 'failed' | 'noted'>,
  options: AnalyzeInputsOptions = {},
  folders?: AnnotationFolders
): AsyncGenerator<AnalyzedInput> {
  const engine = await ports.loadEngine({
    withoutLanguageModel: options.languageModel === false,
    hasNoLanguageModel: ({ problem, detail }) =>
      report.noted({ name: 'language model', message: `${problem} (${detail}): articles are analyzed without it` })
  })
  const progress = showProgress(ports.errors)
  const decisionsOf = besideArticles(options, report, folders)
  let count = 0
  for await (const input of readInputs(paths, format, ports, options)) {
    count++
    if (input.kind === 'failure') {
      await report.failed(input.failure)
      continue
    }
    await progress.show(input.progress)
    const { file } = input.article
    const beside = file && (await decisionsOf(file))
    const why = file && !file.isNamed && !options.all ? whyLeftOut(input.article, beside) : undefined
    if (file && why !== undefined) {
      await progress.clear()
      await report.noted({ name: file.name, message: `${why}: it was left out (--all takes it in)` })
      continue
    }
    const result = analyze(engine, input.article, beside)
    await progress.clear()
    for (const remark of input.article.remarks)
      await report.noted({ name: input.article.place, message: describeRemark(remark) })
    if (result.kind === 'failure') await report.failed(result.failure)
    else {
      const { article, decided } = result
      yield { article, place: input.article.place, ...(decided && { decided }) }
    }
  }
  if (count === 0 && format === 'files' && !options.shard) await ports.errors.write('no articles (.txt, .md) found\n')
}

type AnalysisResult =
  | { readonly kind: 'article'; readonly article: AnalyzedArticle; readonly decided?: Decided | undefined }
  | { readonly kind: 'failure'; readonly failure: Message }

function analyze(
  engine: Engine,
  { name, place, article, givenQuotes }: UnanalyzedArticle,
  beside: BesideArticle | undefined
): AnalysisResult {
  try {
    const analysis = engine.analyze(article, givenQuotes)
    const suggested = { id: name, name, text: article.text, markup: article.markup, article, analysis }
    if (!beside) return { kind: 'article', article: suggested }
    const decided = applyDecisions(suggested, beside.decisions, beside.entities)
    return { kind: 'article', article: { ...suggested, analysis: decided.analysis }, decided }
  } catch (error) {
    return { kind: 'failure', failure: describeFailure(place, error) }
  }
}

/** A decision goes above what the text looks like. */
function whyLeftOut({ article }: UnanalyzedArticle, beside: BesideArticle | undefined): string | undefined {
  if (beside?.noArticle) return `is no article, as ${beside.noArticle.creator} decided`
  if (beside?.isArticle || article.verdict.isArticle) return undefined
  return `is no article: it ${describeVerdict(article.verdict)}`
}
