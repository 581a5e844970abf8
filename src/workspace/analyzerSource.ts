import { Uri, workspace, type LogOutputChannel } from 'vscode'
import type { Engine } from '../analysis'
import { slicedAnalyzer, threadedAnalyzer, type ArticleAnalyzer } from './articleAnalyzer'

/** Makes an analyzer for a job of `articles` articles; the caller disposes of it. Never rejects. */
export type AnalyzerSource = (engine: Engine, articles: number) => Promise<ArticleAnalyzer>

/** Fewer articles than this are analyzed on this thread in less time than other threads need to load their models. */
const minimumForThreads = 24
const threadCount = 2

/**
 * Analyzes many articles in `threadCount` threads. Where threads cannot be started, or one dies, this thread does the
 * work in slices and the reason is logged.
 */
export function analyzerSource(extensionUri: Uri, log: LogOutputChannel): AnalyzerSource {
  return async (engine, articles) => {
    const own = slicedAnalyzer(engine)
    if (articles < minimumForThreads) return own
    try {
      const threaded = await startThreads(extensionUri, engine)
      log.info(`${threadCount} threads analyze ${articles} articles`)
      return withFallback(threaded, own, log)
    } catch (error) {
      log.warn('Analyzing in threads is not possible here: it takes longer', error)
      return own
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

/** Analyzes an article that fails in a thread again on this one. Only the first failure is logged. */
function withFallback(threaded: ArticleAnalyzer, fallback: ArticleAnalyzer, log: LogOutputChannel): ArticleAnalyzer {
  let isReported = false
  return {
    async analyze(text, format, isWanted) {
      try {
        return await threaded.analyze(text, format, isWanted)
      } catch (error) {
        if (!isWanted()) return undefined
        if (!isReported) log.warn('A thread failed: its articles are analyzed without it', error)
        isReported = true
        return fallback.analyze(text, format, isWanted)
      }
    },
    dispose: () => threaded.dispose()
  }
}
