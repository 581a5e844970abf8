import type { Disposable } from './disposable'

/** A task that is done once for several calls. */
export interface Delayed extends Disposable {
  /** The task is done at least `wait` milliseconds from the first call; calls until then are this one. */
  (wait?: number): void
  cancel(): void
}

/** `settling` is the shortest time from a call to the task, in milliseconds. Whoever makes one disposes of it. */
export function delayed(settling: number, task: () => void): Delayed {
  let timer: ReturnType<typeof setTimeout> | undefined
  const cancel = () => {
    clearTimeout(timer)
    timer = undefined
  }
  const call = (wait = 0) => {
    timer ??= setTimeout(
      () => {
        timer = undefined
        task()
      },
      Math.max(settling, wait)
    )
  }
  return Object.assign(call, { cancel, dispose: cancel })
}
