import type { Engine } from '../analysis'
import type { ArticleFormat } from '../article'
import { packRecord, type ArticleRecord } from '../corpus'
import type { WorkerAnswer, WorkerTask } from '../worker/messages'
import { analyzeText } from './analyzeText'
import { startThread, type BackgroundThread } from './backgroundThread'

/** Somebody who reads and analyses the articles of a folder. */
export interface Analyst {
  /** Undefined when nobody waits any more. Rejects when the analysis fails, or when nobody is left to do it. */
  analyze(text: string, format: ArticleFormat, isWanted: () => boolean): Promise<ArticleRecord | undefined>
  /** What is under way in threads ends at once and rejects; this thread stops when nobody waits any more. */
  dispose(): void
}

/** Analyses on this thread, in slices. */
export function hostAnalyst(engine: Engine): Analyst {
  return {
    async analyze(text, format, isWanted) {
      const read = await analyzeText(engine, text, format, isWanted)
      return read && packRecord(text, read.analysis)
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

/** A thread that says nothing for so long at its start is none. Milliseconds. */
const patience = 20_000

/**
 * Analyses in threads beside this one, which only hands texts out and takes records in. Rejects when a thread cannot be
 * started; afterwards an article whose thread dies rejects, and all that come later when none is left.
 */
export async function threadAnalyst({ script, readModel, version, count }: ThreadOptions): Promise<Analyst> {
  const threads: Thread[] = []
  try {
    for (let number = 0; number < count; number++) threads.push(startAnalysis(script, readModel))
    for (const thread of threads) {
      const answered = await within(thread.ready, patience)
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
    if (answer.type === 'needs') return void bring(answer.file)
    if (answer.type === 'ready') return isReady(answer.version)
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.type === 'record') asked?.resolve(answer.record)
    else asked?.reject(new Error(answer.reason))
  }

  async function bring(file: string): Promise<void> {
    // A copy: what was read may be a window on something larger, which would go to the thread as a whole.
    post({
      type: 'model',
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
        post({ type: 'article', id: last, text, format })
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
