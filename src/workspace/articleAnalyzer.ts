import type { Engine } from '../analysis'
import { readArticleInSteps, type ArticleFormat } from '../article'
import { packRecord, type ArticleRecord } from '../corpus'
import type { WorkerAnswer, WorkerTask } from '../worker/messages'
import { inSlices } from '../util/slices'
import { analyzeInSlices } from './analyzeInSlices'
import { startThread, type BackgroundThread } from './backgroundThread'

/** Reads and analyzes the articles of a folder: on this thread or on others. */
export interface ArticleAnalyzer {
  /** Undefined when `isWanted` returns false. Rejects when the analysis fails or its thread has ended. */
  analyze(text: string, format: ArticleFormat, isWanted: () => boolean): Promise<ArticleRecord | undefined>
  /** Ends the threads at once; unfinished calls of `analyze` reject. */
  dispose(): void
}

/** Analyzes on this thread, in slices of a few milliseconds. */
export function slicedAnalyzer(engine: Engine): ArticleAnalyzer {
  return {
    async analyze(text, format, isWanted) {
      const article = await inSlices(readArticleInSteps(text, format), isWanted)
      const analysis = article && (await analyzeInSlices(engine, article, isWanted))
      return analysis && packRecord({ text, markup: article.markup, analysis })
    },
    dispose: () => undefined
  }
}

export interface ThreadOptions {
  /** Source text of the bundle of `src/worker/main.ts`. */
  readonly script: string
  /** Reads a file of `models/`. */
  readonly readModel: (file: string) => Promise<Uint8Array>
  /** Version of this thread's engine. A thread that reports another version is rejected: its results would differ. */
  readonly version: string
  /** Number of threads. */
  readonly count: number
}

/** A thread that is not ready after this time counts as failed. Milliseconds. */
const startTimeout = 20_000

/**
 * Analyzes in other threads; this one only sends texts and receives records. Rejects when a thread cannot be started.
 * When a thread dies later, the articles waiting for it reject; when no thread is left, every later article rejects.
 */
export async function threadedAnalyzer({ script, readModel, version, count }: ThreadOptions): Promise<ArticleAnalyzer> {
  const threads: Thread[] = []
  try {
    for (let number = 0; number < count; number++) threads.push(startAnalysis(script, readModel))
    for (const thread of threads) {
      const threadVersion = await within(thread.ready, startTimeout)
      if (threadVersion !== version) throw new Error(`the thread has engine ${threadVersion} and not ${version}`)
    }
  } catch (error) {
    for (const thread of threads) thread.end()
    throw error
  }
  return {
    async analyze(text, format, isWanted) {
      const leastBusy = threads.reduce((best, thread) => (thread.waiting() < best.waiting() ? thread : best))
      const record = await leastBusy.analyze(text, format)
      return isWanted() ? record : undefined
    },
    dispose() {
      for (const thread of threads) thread.end()
    }
  }
}

interface Thread {
  /** Resolves with the version of the thread's engine once its models are loaded. */
  readonly ready: Promise<string>
  /** Number of articles that were sent and not answered; Infinity after it died, so that it is chosen last. */
  waiting(): number
  analyze(text: string, format: ArticleFormat): Promise<ArticleRecord>
  end(): void
}

interface PendingArticle {
  readonly resolve: (record: ArticleRecord) => void
  readonly reject: (reason: unknown) => void
}

function startAnalysis(script: string, readModel: ThreadOptions['readModel']): Thread {
  const waiting = new Map<number, PendingArticle>()
  let lastId = 0
  let broken: Error | undefined
  let resolveReady: (version: string) => void = () => undefined
  let rejectReady: (reason: unknown) => void = () => undefined
  const ready = new Promise<string>((resolve, reject) => {
    resolveReady = resolve
    rejectReady = reject
  })
  // When one thread does not start, the others are ended before anything awaits them: not an unhandled rejection.
  ready.catch(() => undefined)

  function fail(reason: unknown): void {
    broken ??= reason instanceof Error ? reason : new Error(String(reason))
    rejectReady(broken)
    for (const { reject } of waiting.values()) reject(broken)
    waiting.clear()
  }

  function receive(answer: WorkerAnswer): void {
    if (answer.kind === 'needs') return void sendModel(answer.file)
    if (answer.kind === 'ready') return resolveReady(answer.version)
    const pending = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.kind === 'record') pending?.resolve(answer.record)
    else pending?.reject(new Error(answer.reason))
  }

  async function sendModel(file: string): Promise<void> {
    // Copied, because the bytes may be a view of a larger buffer, and the whole buffer would be sent to the thread.
    post({
      kind: 'model',
      file,
      bytes: await readModel(file).then(
        (bytes) => new Uint8Array(bytes),
        () => undefined
      )
    })
  }

  const thread: BackgroundThread | undefined = startThread(script, {
    message: (message) => receive(message as WorkerAnswer),
    failed: fail
  })
  const post = (task: WorkerTask) => thread?.post(task)
  if (!thread) fail(broken ?? new Error('there are no threads here'))
  return {
    ready,
    waiting: () => (broken ? Infinity : waiting.size),
    analyze: (text, format) =>
      new Promise((resolve, reject) => {
        if (broken) return reject(broken)
        lastId += 1
        waiting.set(lastId, { resolve, reject })
        post({ kind: 'article', id: lastId, text, format })
      }),
    end() {
      thread?.end()
      fail(new Error('the thread was ended'))
    }
  }
}

/** Rejects when the promise takes longer than `milliseconds`. */
async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${milliseconds} ms`)), milliseconds)
  })
  try {
    return await Promise.race([promise, timeout])
  } finally {
    clearTimeout(timer)
  }
}
