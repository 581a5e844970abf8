import type { Engine } from '../analysis'
import { readArticle, type ArticleFormat } from '../article'
import { packRecord, type ArticleRecord } from '../corpus'
import type { WorkerAnswer, WorkerTask } from '../worker/messages'
import { analyzeInSlices } from './analyzeInSlices'
import { startThread, type BackgroundThread } from './backgroundThread'

/** Reads and analyzes the articles of a folder: on this thread or on others. */
export interface ArticleAnalyzer {
  /** Undefined when `isWanted` says that the result is not needed any more. Rejects when the analysis fails, or its thread has ended. */
  analyze(text: string, format: ArticleFormat, isWanted: () => boolean): Promise<ArticleRecord | undefined>
  /** Ends the threads at once; what is under way in them rejects. */
  dispose(): void
}

/** Analyzes on this thread, in slices of time. */
export function slicedAnalyzer(engine: Engine): ArticleAnalyzer {
  return {
    async analyze(text, format, isWanted) {
      const analysis = await analyzeInSlices(engine, readArticle(text, format), isWanted)
      return analysis && packRecord({ text, analysis })
    },
    dispose: () => undefined
  }
}

export interface ThreadOptions {
  /** The bundle of `src/worker/main.ts`. */
  readonly script: string
  /** Reads a file of `models/`. */
  readonly readModel: (file: string) => Promise<Uint8Array>
  /** Of the engine that the models make here: another one in the threads would be a mistake. */
  readonly version: string
  /** How many threads. */
  readonly count: number
}

/** A thread that is not ready after this time counts as failed. Milliseconds. */
const startTimeout = 20_000

/**
 * Analyzes in threads beside this one, which only sends texts and receives records. Rejects when a thread cannot be
 * started; afterwards an article whose thread dies rejects, and all that come later when none is left.
 */
export async function threadedAnalyzer({ script, readModel, version, count }: ThreadOptions): Promise<ArticleAnalyzer> {
  const threads: Thread[] = []
  try {
    for (let number = 0; number < count; number++) threads.push(startAnalysis(script, readModel))
    for (const thread of threads) {
      const answered = await within(thread.ready, startTimeout)
      if (answered !== version) throw new Error(`the thread has engine ${answered} and not ${version}`)
    }
  } catch (error) {
    for (const thread of threads) thread.end()
    throw error
  }
  return {
    async analyze(text, format, isWanted) {
      const idlest = threads.reduce((best, thread) => (thread.waiting() < best.waiting() ? thread : best))
      const record = await idlest.analyze(text, format)
      return isWanted() ? record : undefined
    },
    dispose() {
      for (const thread of threads) thread.end()
    }
  }
}

interface Thread {
  /** The version of its engine. */
  readonly ready: Promise<string>
  /** How many articles wait for it; infinitely many when it died. */
  waiting(): number
  analyze(text: string, format: ArticleFormat): Promise<ArticleRecord>
  end(): void
}

interface Waiting {
  readonly resolve: (record: ArticleRecord) => void
  readonly reject: (reason: unknown) => void
}

function startAnalysis(script: string, readModel: ThreadOptions['readModel']): Thread {
  const waiting = new Map<number, Waiting>()
  let last = 0
  let broken: Error | undefined
  let isReady: (version: string) => void = () => undefined
  let isBroken: (reason: unknown) => void = () => undefined
  const ready = new Promise<string>((resolve, reject) => {
    isReady = resolve
    isBroken = reject
  })
  // Nobody may be listening: when one thread does not start, the others are ended before they were waited for.
  ready.catch(() => undefined)

  function fail(reason: unknown): void {
    broken ??= reason instanceof Error ? reason : new Error(String(reason))
    isBroken(broken)
    for (const { reject } of waiting.values()) reject(broken)
    waiting.clear()
  }

  function receive(answer: WorkerAnswer): void {
    if (answer.kind === 'needs') return void bring(answer.file)
    if (answer.kind === 'ready') return isReady(answer.version)
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.kind === 'record') asked?.resolve(answer.record)
    else asked?.reject(new Error(answer.reason))
  }

  async function bring(file: string): Promise<void> {
    // A copy: what was read may be a window on something larger, which would go to the thread as a whole.
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
        last += 1
        waiting.set(last, { resolve, reject })
        post({ kind: 'article', id: last, text, format })
      }),
    end() {
      thread?.end()
      fail(new Error('the thread was ended'))
    }
  }
}

async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${milliseconds} ms`)), milliseconds)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
