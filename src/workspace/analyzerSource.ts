import { Uri, workspace, type LogOutputChannel } from 'vscode'
import type { Engine } from '../analysis'
import { slicedAnalyzer, type ArticleAnalyzer } from './articleAnalyzer'
import { refusingKillers } from './refusingKillers'
import { threadedAnalyzer } from './threadedAnalyzer'

/** Makes an analyzer for a job of `articles` articles; the caller disposes of it. Never rejects. */
export type AnalyzerSource = (engine: Engine, articles: number) => Promise<ArticleAnalyzer>

/** Fewer articles than this are analyzed on this thread in less time than other threads need to load their models. */
const minimumForThreads = 24
const threadCount = 2

/**
 * Analyzes many articles in `threadCount` threads. Only where threads cannot be started at all this thread does the
 * work in slices, and the reason is logged. What killed a thread is analyzed nowhere for the rest of the session.
 */
export function analyzerSource(extensionUri: Uri, log: LogOutputChannel): AnalyzerSource {
  const killers = new Set<string>()
  return async (engine, articles) => {
    if (articles < minimumForThreads) return refusingKillers(slicedAnalyzer(engine), killers)
    try {
      const threaded = await startThreads(extensionUri, engine)
      log.info(`${threadCount} threads analyze ${articles} articles`)
      return refusingKillers(threaded, killers)
    } catch (error) {
      log.warn('Analyzing in threads is not possible here: it takes longer', error)
      return refusingKillers(slicedAnalyzer(engine), killers)
    }
  }
}

async function startThreads(extensionUri: Uri, engine: Engine): Promise<ArticleAnalyzer> {
  const read = async (...path: readonly string[]) => workspace.fs.readFile(Uri.joinPath(extensionUri, ...path))
  const script = new TextDecoder().decode(await read('dist', 'worker.js'))
  return threadedAnalyzer({
    script,
    readModel: (file) => read('models', file),
    version: engine.version,
    count: threadCount
  })
}
