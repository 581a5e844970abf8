import type { ArticleFormat } from '../article'
import type { ArticleRecord } from '../corpus'
import type { EncoderProblem } from '../encoder'
import type { WorkerAnswer, WorkerTask } from '../worker/messages'
import { startThread } from './backgroundThread'
import type { EncoderShare, LentEncoder } from './encoderShare'

/** What a thread starts with. */
export interface ThreadFiles {
  /** Source text of the bundle of `src/worker/main.ts`. */
  readonly script: string
  /** Reads a file of `models/`. */
  readonly readModel: (file: string) => Promise<Uint8Array>
  /** The language model; undefined leaves the thread without. */
  readonly encoder?: EncoderShare | undefined
}

/** A thread that runs `src/worker/main.ts`: one engine, articles one after another. */
export interface AnalysisThread {
  /** Resolves with the version of the thread's engine once its models are loaded; rejects when the thread ends before. */
  readonly ready: Promise<ReadyThread>
  /** Sends an article; the answer comes by `AnalysisThreadListener`. */
  send(id: number, text: string, format: ArticleFormat): void
  /** Sends a version of an article that is edited. */
  sendVersion(id: number, article: string, text: string, format: ArticleFormat): void
  /** Nobody waits for that version any more: `unwanted` is answered soon. */
  giveUp(id: number): void
  /** That article is not edited any more. */
  forget(article: string): void
  /** Ends the thread at once, also in the middle of an article. The listener hears `ended`. */
  end(reason: Error): void
}

export interface ReadyThread {
  readonly version: string
  /** Why its engine has no language model although it was given one. */
  readonly problem: EncoderProblem | undefined
}

export interface AnalysisThreadListener {
  readonly analyzed: (id: number, record: ArticleRecord) => void
  /** Of a version, as parts of an `Analysis`; undefined where it was given up. */
  readonly analyzedVersion?: (id: number, parts: readonly string[] | undefined) => void
  /** The engine threw; the thread goes on. */
  readonly failed: (id: number, reason: Error) => void
  /** The thread is no more. Called once. */
  readonly ended: (reason: Error) => void
}

/**
 * Starts a thread and sends it the models that it asks for.
 * @param heapMegabytes `startThread`'s unless told
 */
export function startAnalysisThread(
  { script, readModel, encoder }: ThreadFiles,
  listener: AnalysisThreadListener,
  heapMegabytes?: number
): AnalysisThread {
  let hasEnded = false
  let isGone = false
  let lent: LentEncoder | undefined
  let resolveReady: (ready: ReadyThread) => void = () => undefined
  let rejectReady: (reason: unknown) => void = () => undefined
  const ready = new Promise<ReadyThread>((resolve, reject) => {
    resolveReady = resolve
    rejectReady = reject
  })
  // When one thread does not start, the others are ended before anything awaits them: not an unhandled rejection.
  ready.catch(() => undefined)

  function ended(reason: unknown): void {
    if (hasEnded) return
    hasEnded = true
    const error = reason instanceof Error ? reason : new Error(String(reason))
    rejectReady(error)
    listener.ended(error)
  }

  function gone(): void {
    isGone = true
    lent?.giveBack()
    lent = undefined
  }

  function receive(answer: WorkerAnswer): void {
    if (hasEnded) return
    switch (answer.kind) {
      case 'needs':
        return void sendModel(answer.file)
      case 'needs encoder':
        return void sendEncoder()
      case 'prepared':
        return lent?.prepared(answer.prepared)
      case 'ready':
        lent?.ready()
        return resolveReady({ version: answer.version, problem: answer.problem })
      case 'record':
        return listener.analyzed(answer.id, answer.record)
      case 'analysis':
        return listener.analyzedVersion?.(answer.id, answer.parts)
      case 'unwanted':
        return listener.analyzedVersion?.(answer.id, undefined)
      case 'failed':
        return listener.failed(answer.id, new Error(answer.reason))
    }
  }

  async function sendModel(file: string): Promise<void> {
    // Copied, because the bytes may be a view of a larger buffer, and the whole buffer would be sent to the thread.
    const bytes = await readModel(file).then(
      (read) => (read.byteLength === read.buffer.byteLength ? read : new Uint8Array(read)),
      () => undefined
    )
    post({ kind: 'model', file, bytes })
  }

  async function sendEncoder(): Promise<void> {
    if (!encoder) return post({ kind: 'encoder', given: { kind: 'none' } })
    const borrowed = await encoder.lend()
    if (isGone) return borrowed.giveBack()
    lent = borrowed
    post({ kind: 'encoder', given: borrowed.given })
  }

  const events = { message: (message: unknown) => receive(message as WorkerAnswer), failed: ended, gone }
  const thread = startThread(script, events, heapMegabytes)
  const post = (task: WorkerTask) => thread?.post(task)
  // A listener may hear of the end only after it has this thread in hand.
  if (!thread) setTimeout(() => ended(new Error('there are no threads here')), 0)
  return {
    ready,
    send: (id, text, format) => post({ kind: 'article', id, text, format }),
    sendVersion: (id, article, text, format) => post({ kind: 'version', id, article, text, format }),
    giveUp: (id) => post({ kind: 'unwanted', id }),
    forget: (article) => post({ kind: 'forget', article }),
    end(reason) {
      thread?.end()
      ended(reason)
    }
  }
}
