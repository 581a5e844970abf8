import { emitter, type Event } from './emitter'

/** Whether somebody still waits. The same form as VS Code's tokens, which can stand for it. */
export interface Cancellation {
  readonly isCancellationRequested: boolean
  readonly onCancellationRequested: Event<void>
}

export interface CancellationSource {
  readonly token: Cancellation
  cancel(): void
}

export function cancellationSource(): CancellationSource {
  const cancelled = emitter()
  let isCancelled = false
  return {
    token: {
      get isCancellationRequested() {
        return isCancelled
      },
      onCancellationRequested: cancelled.event
    },
    cancel() {
      if (isCancelled) return
      isCancelled = true
      cancelled.fire()
      cancelled.dispose()
    }
  }
}
