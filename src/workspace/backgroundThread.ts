import { nodeBuiltin } from './nodeBuiltin'

/** A script in another thread, with messages both ways. */
export interface BackgroundThread {
  post(message: unknown): void
  /** Ends the thread at once, also in the middle of work. */
  end(): void
}

export interface ThreadEvents {
  readonly message: (message: unknown) => void
  /** The thread could not start, or ended by itself or by an error. */
  readonly failed: (reason: unknown) => void
  /** The thread has stopped: it writes into no memory that it shares any more. It may be called twice. */
  readonly gone?: () => void
}

/**
 * Starts a script in a thread of its own, Node's or the browser's; undefined where there are no threads. The script is passed as text,
 * because its file may be in a virtual file system.
 * A thread of Node's that needs more than `heapMegabytes` for its objects ends; a browser has no such limit.
 */
export function startThread(
  script: string,
  events: ThreadEvents,
  heapMegabytes = oldGenerationMegabytes
): BackgroundThread | undefined {
  const host = globalThis as unknown as Host
  const { Worker: NodeWorker } = nodeBuiltin<NodeThreads>('node:worker_threads')
  try {
    if (NodeWorker)
      return nodeThread(
        new NodeWorker(script, {
          eval: true,
          execArgv: [],
          resourceLimits: {
            maxYoungGenerationSizeMb: youngGenerationMegabytes,
            maxOldGenerationSizeMb: heapMegabytes
          }
        }),
        events
      )
    if (host.Worker && host.Blob && host.URL) return webThread(host.Worker, host.Blob, host.URL, script, events)
  } catch (reason) {
    events.failed(reason)
  }
  events.gone?.()
  return undefined
}

/**
 * Size of a thread's young generation (new objects) in megabytes. Nearly all of them are garbage when it is collected,
 * so a collection costs about the same whatever the size, and a larger one is collected less often. With 16 MB,
 * collections took an eighth of all processor time on two busy cores; more than 48 MB saves hardly any more time.
 */
const youngGenerationMegabytes = 48

/**
 * What a thread may have beside it: at the end of it the thread ends alone. Without a limit of its own it may take what the
 * whole process has. The longest article that is read (5 million characters) needs less than half of it.
 */
const oldGenerationMegabytes = 1024

function nodeThread(worker: NodeWorker, events: ThreadEvents): BackgroundThread {
  worker.on('message', events.message)
  worker.on('error', events.failed)
  worker.on('exit', (code) => {
    events.gone?.()
    events.failed(new Error(`the thread ended with ${String(code)}`))
  })
  return { post: (message) => worker.postMessage(message), end: () => void worker.terminate() }
}

function webThread(
  WebWorker: NonNullable<Host['Worker']>,
  WebBlob: NonNullable<Host['Blob']>,
  urls: NonNullable<Host['URL']>,
  script: string,
  events: ThreadEvents
): BackgroundThread {
  const url = urls.createObjectURL(new WebBlob([script], { type: 'text/javascript' }))
  const worker = new WebWorker(url)
  worker.onmessage = ({ data }) => events.message(data)
  worker.onerror = (event) => events.failed(new Error(event.message ?? 'the worker failed'))
  return {
    post: (message) => worker.postMessage(message),
    end() {
      worker.terminate()
      events.gone?.()
      // Otherwise the script stays in memory until the window closes.
      urls.revokeObjectURL(url)
    }
  }
}

interface NodeWorker {
  on(event: 'message' | 'error' | 'exit', listener: (value: unknown) => void): void
  postMessage(message: unknown): void
  terminate(): Promise<number>
}

interface WebWorker {
  onmessage: ((event: { readonly data: unknown }) => void) | null
  onerror: ((event: { readonly message?: string }) => void) | null
  postMessage(message: unknown): void
  terminate(): void
}

interface NodeThreads {
  readonly Worker: new (
    script: string,
    options: {
      eval: true
      execArgv: readonly string[]
      resourceLimits: { maxYoungGenerationSizeMb: number; maxOldGenerationSizeMb: number }
    }
  ) => NodeWorker
}

interface Host {
  readonly Worker?: new (url: string) => WebWorker
  readonly Blob?: new (parts: readonly string[], options: { type: string }) => object
  readonly URL?: { createObjectURL(blob: object): string; revokeObjectURL(url: string): void }
}
