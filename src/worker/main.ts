// The script of a background thread: texts in, records out. Runs in Node's worker threads and in the browser's.
import { loadEngine } from '../analysis'
import { articleHead, readArticle } from '../article'
import { packRecord } from '../corpus'
import type { WorkerAnswer, WorkerTask } from './messages'

const awaited = new Map<string, (bytes: Uint8Array | undefined) => void>()

listen((task) => {
  if (task.kind === 'model') awaited.get(task.file)?.(task.bytes)
  else void read(task)
})

const engine = loadEngine(model)
// A damaged model must end the thread: the host then goes on without it.
engine.then(
  ({ version }) => answer({ kind: 'ready', version }),
  (error: unknown) =>
    setTimeout(() => {
      throw error
    }, 0)
)

async function model(file: string): Promise<Uint8Array> {
  const bytes = await new Promise<Uint8Array | undefined>((resolve) => {
    awaited.set(file, resolve)
    answer({ kind: 'needs', file })
  })
  if (!bytes) throw new Error(`the model ${file} cannot be read`)
  return bytes
}

async function read({ id, text, format }: Extract<WorkerTask, { kind: 'article' }>): Promise<void> {
  try {
    const article = readArticle(text, format)
    answer({
      kind: 'record',
      id,
      record: packRecord({
        text,
        markup: article.markup,
        head: articleHead(article),
        analysis: (await engine).analyze(article)
      })
    })
  } catch (error) {
    answer({ kind: 'failed', id, reason: String(error) })
  }
}

interface Port {
  on?(event: 'message', listener: (task: WorkerTask) => void): void
  onmessage?: ((event: { readonly data: WorkerTask }) => void) | null
  postMessage(answer: WorkerAnswer, transfer?: readonly ArrayBufferLike[]): void
}

/** Node gives a thread its port; in the browser the thread is the port. */
function port(): Port {
  const host = globalThis as unknown as Port & {
    readonly process?: {
      readonly getBuiltinModule?: (name: string) => { readonly parentPort?: Port | null } | undefined
    }
  }
  return host.process?.getBuiltinModule?.('node:worker_threads')?.parentPort ?? host
}

function listen(receive: (task: WorkerTask) => void): void {
  const own = port()
  if (own.on) own.on('message', receive)
  else own.onmessage = ({ data }) => receive(data)
}

function answer(message: WorkerAnswer): void {
  port().postMessage(message, message.kind === 'record' ? [message.record.buffer] : [])
}
