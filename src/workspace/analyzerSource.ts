import type { Uri, LogOutputChannel } from 'vscode'
import type { Engine } from '../analysis'
import { slicedAnalyzer, type ArticleAnalyzer } from './articleAnalyzer'
import type { LanguageModel } from './languageModel'
import { refusingKillers } from './refusingKillers'
import { threadedAnalyzer } from './threadedAnalyzer'
import { threadFiles } from './threadFiles'
import type { WindowThread } from './windowThread'

/** Makes an analyzer for a job of `articles` articles; the caller disposes of it. Never rejects. */
export type AnalyzerSource = (engine: Engine, articles: number) => Promise<ArticleAnalyzer>

export interface AnalyzerSourceOptions {
  readonly extensionUri: Uri
  readonly log: LogOutputChannel
  /** With the thread that reads with it when there is only a little to read; undefined where the engine is made for none. */
  readonly whole?: { readonly languageModel: LanguageModel; readonly thread: WindowThread } | undefined
}

/** Fewer articles than this are analyzed in less time than other threads need to load their models. */
const minimumForThreads = 24
const threadCount = 2

/**
 * Analyzes many articles in `threadCount` threads, a few in the window's. Only where threads cannot be started at all, or a few articles
 * need no language model, this thread does the work in slices; the reason is logged. What killed a thread is analyzed nowhere for the rest
 * of the session.
 */
export function analyzerSource({ extensionUri, log, whole }: AnalyzerSourceOptions): AnalyzerSource {
  const killers = new Set<string>()

  async function withLanguageModel(engine: Engine, articles: number): Promise<ArticleAnalyzer | undefined> {
    if (!whole) return undefined
    const { languageModel, thread } = whole
    if (articles < minimumForThreads) return thread.analyzer()
    const encoder = await languageModel.share()
    if (!encoder) return undefined
    try {
      const version = await languageModel.versionOf(engine)
      const files = { ...(await threadFiles(extensionUri)), encoder }
      const threaded = await threadedAnalyzer({ ...files, version, count: threadCount })
      log.info(`${threadCount} threads analyze ${articles} articles with the language model`)
      return threaded
    } catch (error) {
      languageModel.threadsFailed(error)
      return undefined
    }
  }

  async function withRules(engine: Engine, articles: number): Promise<ArticleAnalyzer> {
    if (articles < minimumForThreads) return slicedAnalyzer(engine)
    try {
      const { version } = engine
      const threaded = await threadedAnalyzer({ ...(await threadFiles(extensionUri)), version, count: threadCount })
      log.info(`${threadCount} threads analyze ${articles} articles`)
      return threaded
    } catch (error) {
      log.warn('Analyzing in threads is not possible here: it takes longer', error)
      return slicedAnalyzer(engine)
    }
  }

  return async (engine, articles) => {
    const full = await withLanguageModel(engine, articles)
    if (full) return refusingKillers(full, killers)
    const analyzer = await withRules(engine, articles)
    // Where there should be a language model, its results are waited for: the next session tries again.
    const isLost = await whole?.languageModel.isForeseen()
    return refusingKillers(isLost ? { ...analyzer, byRules: true } : analyzer, killers)
  }
}
