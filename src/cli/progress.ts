import { printable, shorten } from './printable'
import type { TextOutput } from './ports'

/** What happens now, on one line that overwrites itself: only for a person at a terminal. */
export interface Progress {
  show(text: string): Promise<void>
  /** Empties the line, before other output and at the end. */
  clear(): Promise<void>
}

export function showProgress(errors: TextOutput): Progress {
  if (!errors.isTerminal) return { show: () => Promise.resolve(), clear: () => Promise.resolve() }
  let shown = false
  return {
    async show(text) {
      shown = true
      await errors.write(`\r\u001B[K${shorten(printable(text), 78)}`)
    },
    async clear() {
      if (shown) await errors.write('\r\u001B[K')
      shown = false
    }
  }
}
