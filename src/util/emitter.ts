import type { Disposable } from './disposable'

/** Subscribes a listener, until what it gives is disposed of. The same form as VS Code's events. */
export type Event<T> = (listener: (value: T) => unknown) => Disposable

export interface Emitter<T> extends Disposable {
  readonly event: Event<T>
  /** Calls the listeners in the order in which they came. What one throws keeps no other from being called. */
  fire(value: T): void
}

/** An event and the right to fire it, for what runs without VS Code too. Whoever makes one disposes of it. */
export function emitter<T = void>(): Emitter<T> {
  const listeners = new Set<{ readonly call: (value: T) => unknown }>()
  return {
    event(call) {
      const listener = { call }
      listeners.add(listener)
      return { dispose: () => void listeners.delete(listener) }
    },
    fire(value) {
      for (const { call } of [...listeners]) {
        try {
          call(value)
        } catch (error) {
          // Nobody waits for a listener: the host reports it as an unexpected error.
          setTimeout(() => {
            throw error
          }, 0)
        }
      }
    },
    dispose: () => listeners.clear()
  }
}
