import { Uri, workspace, type LogOutputChannel } from 'vscode'
import type { Engine } from '../analysis'
import { hostAnalyst, threadAnalyst, type Analyst } from './analyst'

/** Gives somebody who analyses so many articles, until it is disposed of. Never rejects. */
export type AnalystSource = (engine: Engine, articles: number) => Promise<Analyst>

/** Fewer articles are done before threads have read their models. */
const worthThreads = 24
const threads = 2

/**
 * Two threads for many articles. Where threads cannot be started (or one dies), this thread does the work in slices, and
 * the log says why.
 */
export function analystSource(extensionUri: Uri, log: LogOutputChannel): AnalystSource {
  return async (engine, articles) => {
    const own = hostAnalyst(engine)
    if (articles < worthThreads) return own
    try {
      const beside = await startThreads(extensionUri, engine)
      log.info(`${threads} threads analyse ${articles} articles`)
      return withStandIn(beside, own, log)
    } catch (error) {
      log.warn('Analysing in threads is not possible here: it takes longer', error)
      return own
    }
  }
}

async function startThreads(extensionUri: Uri, engine: Engine): Promise<Analyst> {
  const read = async (...path: readonly string[]) => workspace.fs.readFile(Uri.joinPath(extensionUri, ...path))
  const script = new TextDecoder().decode(await read('dist', 'worker.js'))
  return threadAnalyst({ script, readModel: (file) => read('models', file), version: engine.version, count: threads })
}

/** An article that fails in a thread has another chance here. */
function withStandIn(beside: Analyst, standIn: Analyst, log: LogOutputChannel): Analyst {
  let told = false
  return {
    async analyze(text, format, isWanted) {
      try {
        return await beside.analyze(text, format, isWanted)
      } catch (error) {
        if (!isWanted()) return undefined
        if (!told) log.warn('A thread failed: its articles are analysed without it', error)
        told = true
        return standIn.analyze(text, format, isWanted)
      }
    },
    dispose: () => beside.dispose()
  }
}
