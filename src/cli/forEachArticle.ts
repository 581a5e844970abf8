import type { Analysis } from '../analysis'
import type { Article } from '../article'
import { failure, type Failure } from './failure'
import { isFailure, readInputs, type InputFormat } from './inputs'
import type { CliPorts, ExitCode } from './ports'
import { printable } from './printable'
import { showProgress } from './progress'

export interface AnalysedArticle {
  /** Its path as given, or the id of its line. */
  readonly name: string
  /** What a message calls it: its path, or its file and line. */
  readonly place: string
  readonly article: Article
  readonly analysis: Analysis
}

/**
 * Analyses one article after the other, in the order of the input, and waits for `use` before it reads on; stops early when
 * `use` resolves to false. What fails is reported with its name, and the others are still done.
 */
export async function forEachArticle(
  paths: readonly string[],
  input: InputFormat,
  ports: CliPorts,
  use: (analysed: AnalysedArticle) => Promise<boolean>
): Promise<ExitCode> {
  const engine = await ports.loadEngine()
  const progress = showProgress(ports.errors)
  let code: ExitCode = 0
  let count = 0
  const report = async ({ name, message }: Failure) => {
    code = 1
    await progress.clear()
    await ports.errors.write(`${printable(name)}: ${printable(message)}\n`)
  }
  for await (const { result, progress: position } of readInputs(paths, input, ports.input)) {
    count++
    if (isFailure(result)) {
      await report(result)
      continue
    }
    await progress.show(position)
    const analysed = analyse(
      () => ({ ...result, analysis: engine.analyze(result.article, result.given) }),
      result.place
    )
    await progress.clear()
    if (isAnalysed(analysed)) {
      if (!(await use(analysed))) return code
    } else {
      await report(analysed)
    }
  }
  if (count === 0 && input === 'files') await ports.errors.write('no articles (.txt, .md) found\n')
  return code
}

function analyse(work: () => AnalysedArticle, place: string): AnalysedArticle | Failure {
  try {
    return work()
  } catch (error) {
    return failure(place, error)
  }
}

function isAnalysed(result: AnalysedArticle | Failure): result is AnalysedArticle {
  return 'analysis' in result
}
