import type { Analysis, Engine } from '../analysis'
import type { ArticleFormat } from '../article'
import type { ArticleRecord } from '../corpus'
import type { Disposable } from '../util/disposable'
import { throughSlices } from '../util/slices'
import { fromParts } from '../worker/analysisParts'
import { startAnalysisThread, type AnalysisThread, type ThreadFiles } from './analysisThread'
import type { ArticleAnalyzer } from './articleAnalyzer'
import { articleTime } from './articleTime'
import type { LanguageModel } from './languageModel'
import type { Log } from './log'
import { readyThread } from './readyThread'
import { ThreadKilled } from './threadedAnalyzer'

/** What the whole engine says of a version of an open article. */
export type WholeAnalysis =
  | { readonly kind: 'whole'; readonly analysis: Analysis }
  /** A newer version is asked for, or none. */
  | { readonly kind: 'unwanted' }
  /** There is no language model: the engine of this thread says all that can be said. */
  | { readonly kind: 'none' }
  /** There should be one, but it could not be asked about this article. Logged. */
  | { readonly kind: 'failed' }

/** The whole engine, for articles that are edited. Implemented by `WindowThread`. */
export interface WholeEngine {
  /** The analysis of a version; an older version that is not analyzed yet is given up. Never rejects. */
  analyze(article: string, text: string, format: ArticleFormat): Promise<WholeAnalysis>
  /** Nobody waits for that article's analysis. */
  giveUp(article: string): void
  /** The article is not edited any more. */
  forget(article: string): void
}

/** The thread that a window has for its open articles. It is started when it is needed first, and again when it ended. */
export interface WindowThread extends WholeEngine, Disposable {
  /** For a few articles of a folder, between those that are open; undefined where there is no language model or no thread. */
  analyzer(): Promise<ArticleAnalyzer | undefined>
}

export interface WindowThreadOptions {
  readonly files: () => Promise<ThreadFiles>
  readonly languageModel: LanguageModel
  readonly engine: () => Promise<Engine>
  readonly log: Log
  /** How long an article may take, in milliseconds, by the length of its text. `articleTime` unless told. */
  readonly timeLimit?: (length: number) => number
}

interface Job {
  readonly text: string
  readonly format: ArticleFormat
  /** Of a version of an open article: it goes before the others. */
  readonly article?: string
  readonly version: (analysis: WholeAnalysis) => void
  readonly record: (record: ArticleRecord) => void
  readonly failed: (reason: Error) => void
}

export function windowThread(options: WindowThreadOptions): WindowThread {
  const { files, languageModel, log } = options
  const queue: Job[] = []
  /** Open articles that ended a thread: they are not given to another one in this session. */
  const killers = new Set<string>()
  let thread: AnalysisThread | undefined
  let starting: Promise<void> | undefined
  let current: { readonly id: number; readonly job: Job; readonly timer: ReturnType<typeof setTimeout> } | undefined
  let lastId = 0
  let isDisposed = false

  /** Never rejects; afterwards there is a thread, or the language model is lost. */
  async function start(): Promise<void> {
    let endedAtOnce: Error | undefined
    let started: AnalysisThread | undefined
    try {
      const encoder = await languageModel.share()
      if (!encoder || isDisposed) return
      const version = await languageModel.versionOf(await options.engine())
      const own = startAnalysisThread(
        { ...(await files()), encoder },
        {
          analyzed: (id, record) => taken(id)?.record(record),
          analyzedVersion: (id, parts) => void versionTaken(taken(id), parts),
          failed: (id, reason) => taken(id)?.failed(reason),
          ended(reason) {
            endedAtOnce = reason
            if (thread === own) ended(reason)
          }
        }
      )
      started = own
      await readyThread(own, version)
      if (endedAtOnce) throw endedAtOnce
      if (isDisposed) own.end(new Error('the window was closed'))
      else thread = own
    } catch (error) {
      started?.end(new Error('the thread is not used'))
      if (!isDisposed) languageModel.threadsFailed(error)
    }
  }

  async function versionTaken(job: Job | undefined, parts: readonly string[] | undefined): Promise<void> {
    if (!job) return
    job.version(parts ? { kind: 'whole', analysis: await throughSlices(fromParts(parts)) } : { kind: 'unwanted' })
  }

  function startOnce(): Promise<void> {
    return (starting ??= start().finally(() => {
      starting = undefined
      next()
    }))
  }

  /** Gives the thread what waits. */
  function next(): void {
    if (current || starting || queue.length === 0) return
    if (!thread) {
      if (languageModel.problem || isDisposed)
        for (const job of queue.splice(0)) job.failed(new Error('there is no thread'))
      else void startOnce()
      return
    }
    const open = queue.findIndex(({ article }) => article !== undefined)
    const [job] = queue.splice(Math.max(0, open), 1)
    if (!job) return
    const id = (lastId += 1)
    const { text, format, article } = job
    current = { id, job, timer: watch(job) }
    if (article === undefined) thread.send(id, text, format)
    else thread.sendVersion(id, article, text, format)
  }

  function watch({ text }: Job): ReturnType<typeof setTimeout> {
    const milliseconds = (options.timeLimit ?? articleTime)(text.length)
    return setTimeout(() => thread?.end(new Error(`the analysis took longer than ${milliseconds} ms`)), milliseconds)
  }

  /** What the thread was at; the next one is sent when its answer is taken. */
  function taken(id: number): Job | undefined {
    if (current?.id !== id) return undefined
    const { job, timer } = current
    clearTimeout(timer)
    current = undefined
    setTimeout(next, 0)
    return job
  }

  function ended(reason: Error): void {
    thread = undefined
    const job = current && taken(current.id)
    if (job?.article !== undefined) killers.add(job.article)
    job?.failed(new ThreadKilled(`the thread that analyzed it ended: ${reason.message}`))
  }

  function giveUp(article: string): void {
    for (const job of queue.filter((one) => one.article === article)) {
      queue.splice(queue.indexOf(job), 1)
      job.version({ kind: 'unwanted' })
    }
    if (current?.job.article !== article) return
    current.job.version({ kind: 'unwanted' })
    thread?.giveUp(current.id)
  }

  function record(text: string, format: ArticleFormat, own: Set<Job>): Promise<ArticleRecord> {
    return new Promise((resolve, failed) => {
      const job: Job = { text, format, version: () => undefined, record: resolve, failed }
      own.add(job)
      queue.push(job)
      next()
    })
  }

  return {
    async analyze(article, text, format) {
      giveUp(article)
      if (!(await languageModel.isForeseen())) return { kind: 'none' }
      if (killers.has(article) || languageModel.problem || isDisposed) return { kind: 'failed' }
      return new Promise((resolve) => {
        giveUp(article)
        const failed = (reason: Error) => {
          log.error(`${article} is read without the language model`, reason)
          resolve({ kind: 'failed' })
        }
        queue.push({ text, format, article, version: resolve, record: () => undefined, failed })
        next()
      })
    },
    giveUp,
    forget(article) {
      giveUp(article)
      thread?.forget(article)
    },
    async analyzer() {
      if (!(await languageModel.isForeseen()) || languageModel.problem) return undefined
      if (!thread) await startOnce()
      if (languageModel.problem || !thread) return undefined
      const own = new Set<Job>()
      return {
        analyze: async (text, format, isWanted) => {
          const found = await record(text, format, own)
          return isWanted() ? found : undefined
        },
        dispose() {
          for (const job of queue.filter((one) => own.has(one))) {
            queue.splice(queue.indexOf(job), 1)
            job.failed(new Error('the reading was given up'))
          }
        }
      }
    },
    dispose() {
      isDisposed = true
      for (const job of queue.splice(0)) job.version({ kind: 'unwanted' })
      if (current) clearTimeout(current.timer)
      thread?.end(new Error('the window was closed'))
    }
  }
}
