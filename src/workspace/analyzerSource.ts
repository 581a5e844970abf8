import { Uri, workspace, type LogOutputChannel } from 'vscode'
import type { Engine } from '../analysis'
import { slicedAnalyzer, threadedAnalyzer, type ArticleAnalyzer } from './articleAnalyzer'

/** Gives an analyzer for so many articles; whoever asks disposes of it. Never rejects. */
export type AnalyzerSource = (engine: Engine, articles: number) => Promise<ArticleAnalyzer>

/** Fewer articles are analyzed on this thread before others have read their models. */
const fewestForThreads = 24
const threads = 2

/**
 * Two threads for many articles. Where threads cannot be started (or one dies), this thread does the work in slices, and
 * the log says why.
 */
export function analyzerSource(extensionUri: Uri, log: LogOutputChannel): AnalyzerSource {
  return async (engine, articles) => {
    const own = slicedAnalyzer(engine)
    if (articles < fewestForThreads) return own
    try {
      const threaded = await startThreads(extensionUri, engine)
      log.info(`${threads} threads analyze ${articles} articles`)
      return withFallback(threaded, own, log)
    } catch (error) {
      log.warn('Analysing in threads is not possible here: it takes longer', error)
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
    count: threads
  })
}

/** An article that fails in a thread is analyzed again on this one. */
function withFallback(threaded: ArticleAnalyzer, fallback: ArticleAnalyzer, log: LogOutputChannel): ArticleAnalyzer {
  let isReported = false
  return {
    async analyze(text, format, isWanted) {
      try {
        return await threaded.analyze(text, format, isWanted)
      } catch (error) {
        if (!isWanted()) return undefined
        if (!isReported) log.warn('A thread failed: its articles are analysed without it', error)
        isReported = true
        return fallback.analyze(text, format, isWanted)
      }
    },
    dispose: () => threaded.dispose()
  }
}
