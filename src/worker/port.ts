import type { WorkerAnswer, WorkerTask } from './messages'

interface Port {
  on?(event: 'message', listener: (task: WorkerTask) => void): void
  onmessage?: ((event: { readonly data: WorkerTask }) => void) | null
  postMessage(answer: WorkerAnswer, transfer?: readonly ArrayBufferLike[]): void
}

/** Hears what the host sends. */
export function listen(receive: (task: WorkerTask) => void): void {
  const own = port()
  if (own.on) own.on('message', receive)
  else own.onmessage = ({ data }) => receive(data)
}

export function answer(message: WorkerAnswer): void {
  port().postMessage(message, message.kind === 'record' ? [message.record.buffer] : [])
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
