import type { ArticleFormat } from '../article'
import type { ArticleRecord } from '../corpus'
import type { WorkerAnswer, WorkerTask } from '../worker/messages'
import { startThread } from './backgroundThread'

/** A thread that runs `src/worker/main.ts`: one engine, articles one after another. */
export interface AnalysisThread {
  /** Resolves with the version of the thread's engine once its models are loaded; rejects when the thread ends before. */
  readonly ready: Promise<string>
  /** Sends an article; the answer comes by `ThreadListener`. */
  send(id: number, text: string, format: ArticleFormat): void
  /** Ends the thread at once, also in the middle of an article. The listener hears `ended`. */
  end(reason: Error): void
}

export interface AnalysisThreadListener {
  readonly analyzed: (id: number, record: ArticleRecord) => void
  /** The engine threw; the thread goes on. */
  readonly failed: (id: number, reason: Error) => void
  /** The thread is no more. Called once. */
  readonly ended: (reason: Error) => void
}

/**
 * Starts a thread and sends it the models that it asks for.
 * @param script source text of the bundle of `src/worker/main.ts`
 * @param readModel reads a file of `models/`
 * @param heapMegabytes `startThread`'s unless told
 */
export function startAnalysisThread(
  script: string,
  readModel: (file: string) => Promise<Uint8Array>,
  listener: AnalysisThreadListener,
  heapMegabytes?: number
): AnalysisThread {
  let hasEnded = false
  let resolveReady: (version: string) => void = () => undefined
  let rejectReady: (reason: unknown) => void = () => undefined
  const ready = new Promise<string>((resolve, reject) => {
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

  function receive(answer: WorkerAnswer): void {
    if (hasEnded) return
    switch (answer.kind) {
      case 'needs':
        return void sendModel(answer.file)
      case 'ready':
        return resolveReady(answer.version)
      case 'record':
        return listener.analyzed(answer.id, answer.record)
      case 'failed':
        return listener.failed(answer.id, new Error(answer.reason))
    }
  }

  async function sendModel(file: string): Promise<void> {
    // Copied, because the bytes may be a view of a larger buffer, and the whole buffer would be sent to the thread.
    const bytes = await readModel(file).then(
      (read) => new Uint8Array(read),
      () => undefined
    )
    post({ kind: 'model', file, bytes })
  }

  const events = { message: (message: unknown) => receive(message as WorkerAnswer), failed: ended }
  const thread = startThread(script, events, heapMegabytes)
  const post = (task: WorkerTask) => thread?.post(task)
  // A listener may hear of the end only after it has this thread in hand.
  if (!thread) setTimeout(() => ended(new Error('there are no threads here')), 0)
  return {
    ready,
    send: (id, text, format) => post({ kind: 'article', id, text, format }),
    end(reason) {
      thread?.end()
      ended(reason)
    }
  }
}
