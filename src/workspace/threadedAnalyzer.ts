import type { ArticleFormat } from '../article'
import type { ArticleRecord } from '../corpus'
import { startAnalysisThread, type AnalysisThread, type ThreadFiles } from './analysisThread'
import { articleTime } from './articleTime'
import type { ArticleAnalyzer } from './articleAnalyzer'
import { readyThread } from './readyThread'

export interface ThreadOptions extends ThreadFiles {
  /** Version of the engine that is expected. A thread that reports another version is rejected: its results would differ. */
  readonly version: string
  /** Number of threads. */
  readonly count: number
  /** How long one article may take, in milliseconds, by the length of its text. `articleTime` unless told. */
  readonly timeLimit?: (length: number) => number
  /** What a thread may have for its objects, where the host can limit it. */
  readonly heapMegabytes?: number
}

/** The article's thread ended while it was analyzed, or had to be ended because it took too long. */
export class ThreadKilled extends Error {}

/** How many articles a thread is sent at a time, so that it need not wait for the next one. */
const articlesSent = 4

interface Job {
  readonly text: string
  readonly format: ArticleFormat
  readonly resolve: (record: ArticleRecord) => void
  readonly reject: (reason: unknown) => void
  /** It was in a thread that ended, with others: alone in the next one it shows whether it was the reason. */
  isSuspect: boolean
}

/** A place for a thread. A thread that ended is replaced when an article waits for it. */
interface Place {
  thread: AnalysisThread | undefined
  isStarting: boolean
  /** What the thread has not answered yet, in the order in which it does it. */
  readonly sent: Map<number, Job>
  timer: ReturnType<typeof setTimeout> | undefined
}

/**
 * Analyzes in other threads; this one only sends texts and receives records. Rejects when a thread cannot be started.
 *
 * A thread that ends, or works on one article for longer than `timeLimit`, takes only that article with it, which
 * rejects with `ThreadKilled`; a new thread does the others. When no thread can be started any more, all reject.
 */
export async function threadedAnalyzer(options: ThreadOptions): Promise<ArticleAnalyzer> {
  const places: Place[] = Array.from({ length: options.count }, () => ({
    thread: undefined,
    isStarting: false,
    sent: new Map<number, Job>(),
    timer: undefined
  }))
  const queue: Job[] = []
  const starting = new Set<AnalysisThread>()
  let lastId = 0
  let endedFor: Error | undefined

  /** Resolves when the place has a thread that is ready. Rejects, and leaves it empty, when there is none. */
  async function start(place: Place): Promise<void> {
    place.isStarting = true
    let endedAtOnce: Error | undefined
    const thread = startAnalysisThread(
      options,
      {
        analyzed: (id, record) => answered(place, id)?.resolve(record),
        failed: (id, reason) => answered(place, id)?.reject(reason),
        ended(reason) {
          endedAtOnce = reason
          if (place.thread === thread) clear(place, reason)
        }
      },
      options.heapMegabytes
    )
    starting.add(thread)
    try {
      await readyThread(thread, options.version)
      if (endedAtOnce) throw endedAtOnce
      place.thread = thread
    } catch (error) {
      thread.end(new Error('the thread is not used'))
      throw error
    } finally {
      starting.delete(thread)
      place.isStarting = false
    }
  }

  function answered(place: Place, id: number): Job | undefined {
    const job = place.sent.get(id)
    place.sent.delete(id)
    watch(place)
    sendMore()
    return job
  }

  /** Gives the threads what waits. A suspect has its thread for itself. */
  function sendMore(): void {
    for (const place of places) {
      if (queue.length > 0 && !place.thread && !place.isStarting && !endedFor) startAgain(place)
      for (;;) {
        const [next] = queue
        if (!place.thread || next === undefined) break
        const hasSuspect = [...place.sent.values()].some(({ isSuspect }) => isSuspect)
        if (hasSuspect || place.sent.size >= (next.isSuspect ? 1 : articlesSent)) break
        queue.shift()
        lastId += 1
        place.sent.set(lastId, next)
        if (place.sent.size === 1) watch(place)
        place.thread.send(lastId, next.text, next.format)
      }
    }
  }

  function startAgain(place: Place): void {
    start(place).then(sendMore, (error: unknown) => {
      if (places.every(({ thread, isStarting }) => !thread && !isStarting)) end(error)
    })
  }

  /** Gives the article that the thread is at now its time. */
  function watch(place: Place): void {
    clearTimeout(place.timer)
    const [current] = place.sent
    if (current === undefined) return
    const [id, job] = current
    const milliseconds = (options.timeLimit ?? articleTime)(job.text.length)
    place.timer = setTimeout(() => {
      place.sent.delete(id)
      // The thread has not begun with the others.
      queue.unshift(...place.sent.values())
      place.sent.clear()
      job.reject(new ThreadKilled(`the analysis took longer than ${milliseconds} ms`))
      place.thread?.end(new Error('an article took too long'))
    }, milliseconds)
  }

  /** After the end of its thread: one article alone was the reason for it, several are suspects. */
  function clear(place: Place, reason: Error): void {
    clearTimeout(place.timer)
    place.thread = undefined
    const left = [...place.sent.values()]
    place.sent.clear()
    if (left.length === 1) left[0]?.reject(new ThreadKilled(`the thread that analyzed it ended: ${reason.message}`))
    else queue.unshift(...left.map((job) => Object.assign(job, { isSuspect: true })))
    sendMore()
  }

  function end(reason: unknown): void {
    endedFor ??= reason instanceof Error ? reason : new Error(String(reason))
    const left = [...queue.splice(0), ...places.flatMap(({ sent }) => [...sent.values()])]
    for (const place of places) {
      clearTimeout(place.timer)
      place.sent.clear()
      const { thread } = place
      place.thread = undefined
      thread?.end(endedFor)
    }
    for (const thread of starting) thread.end(endedFor)
    for (const job of left) job.reject(endedFor)
  }

  try {
    await Promise.all(places.map((place) => start(place)))
  } catch (error) {
    end(error)
    throw error
  }
  return {
    async analyze(text, format, isWanted) {
      const record = await new Promise<ArticleRecord>((resolve, reject) => {
        if (endedFor) return reject(endedFor)
        queue.push({ text, format, resolve, reject, isSuspect: false })
        sendMore()
      })
      return isWanted() ? record : undefined
    },
    dispose: () => end(new Error('the threads were ended'))
  }
}
