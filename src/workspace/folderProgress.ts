import type { Progress } from 'vscode'

/**
 * `unread` until the first reading; `ready` is not `complete` when the last reading was cancelled or the engine is
 * missing.
 */
export type FolderReadingState =
  | { readonly kind: 'unread' }
  /** `done` of `total` files. */
  | { readonly kind: 'reading'; readonly done: number; readonly total: number }
  | { readonly kind: 'ready'; readonly complete: boolean }

/** Makes a function that reports to a notification how far the reading is, in percent. */
export function reportTo(
  progress: Progress<{ message?: string; increment?: number }>,
  state: () => FolderReadingState
): () => void {
  let reported = 0
  return () => {
    const now = state()
    if (now.kind !== 'reading' || now.total === 0) return
    const percent = (100 * now.done) / now.total
    progress.report({ message: `${now.done} / ${now.total}`, increment: percent - reported })
    reported = percent
  }
}
