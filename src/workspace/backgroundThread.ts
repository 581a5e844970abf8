/** A script that runs beside this one, with messages both ways. */
export interface BackgroundThread {
  post(message: unknown): void
  /** Ends it at once, whatever it is doing. */
  end(): void
}

export interface ThreadEvents {
  readonly message: (message: unknown) => void
  /** It could not start, or died. */
  readonly failed: (reason: unknown) => void
}

/**
 * Starts a script in a thread of its own; undefined where there are no threads. The one place that looks which host this
 * is, so that one bundle serves both: Node's extension host has `process.getBuiltinModule` (Node 20.16 or newer), the
 * browser's has web workers. The script is handed over as text, because its file may lie behind any file system.
 */
export function startThread(script: string, events: ThreadEvents): BackgroundThread | undefined {
  const host = globalThis as unknown as Host
  const { Worker: NodeWorker } = host.process?.getBuiltinModule?.('node:worker_threads') ?? {}
  try {
    if (NodeWorker)
      return nodeThread(
        new NodeWorker(script, { eval: true, execArgv: [], resourceLimits: { maxYoungGenerationSizeMb: youngMemory } }),
        events
      )
    if (host.Worker && host.Blob && host.URL) return webThread(host.Worker, host.Blob, host.URL, script, events)
  } catch (reason) {
    events.failed(reason)
  }
  return undefined
}

/**
 * Megabytes for what a thread has just made. Nearly all of it is waste by the time it is collected, so that each collection costs
 * the same, however much there was; with 16 they took an eighth of all processor time on two busy cores, and much more than
 * this is only memory.
 */
const youngMemory = 48

function nodeThread(worker: NodeWorker, events: ThreadEvents): BackgroundThread {
  worker.on('message', events.message)
  worker.on('error', events.failed)
  worker.on('exit', (code) => events.failed(new Error(`the thread ended with ${String(code)}`)))
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
      // The script would stay in memory as long as the window.
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

interface Host {
  readonly process?: {
    readonly getBuiltinModule?: (name: 'node:worker_threads') =>
      | {
          readonly Worker?: new (
            script: string,
            options: { eval: true; execArgv: readonly string[]; resourceLimits: { maxYoungGenerationSizeMb: number } }
          ) => NodeWorker
        }
      | undefined
  }
  readonly Worker?: new (url: string) => WebWorker
  readonly Blob?: new (parts: readonly string[], options: { type: string }) => object
  readonly URL?: { createObjectURL(blob: object): string; revokeObjectURL(url: string): void }
}
