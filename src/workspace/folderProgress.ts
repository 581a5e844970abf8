/**
 * `unread` until the first reading; `ready` is not `complete` when the last reading was cancelled or the engine is
 * missing.
 */
export type FolderReadingState =
  | { readonly kind: 'unread' }
  /** `done` of `total` files. */
  | { readonly kind: 'reading'; readonly done: number; readonly total: number }
  | { readonly kind: 'ready'; readonly complete: boolean }

/** How far the reading of a folder is. */
export interface FolderProgress {
  readonly done: number
  readonly total: number
  /** How long the rest takes when it goes on as in the last half minute, in seconds; undefined while that cannot be told. */
  readonly secondsLeft?: number
}

/** So far back a reading's pace is looked at: files whose analyses are kept from before go by at once. Milliseconds. */
const paceOver = 30_000
/** A pace over less than this says nothing. Milliseconds. */
const paceFrom = 5_000

/** Makes a function that reports how far the reading is. `now`: milliseconds. */
export function reportTo(
  report: (progress: FolderProgress) => void,
  state: () => FolderReadingState,
  now = () => performance.now()
): () => void {
  const seen: { readonly at: number; readonly done: number }[] = []
  return () => {
    const reading = state()
    if (reading.kind !== 'reading' || reading.total === 0) return
    const { done, total } = reading
    const at = now()
    seen.push({ at, done })
    while (seen.length > 1 && at - seen[0]!.at > paceOver) seen.shift()
    const first = seen[0]!
    const isKnown = at - first.at >= paceFrom && done > first.done
    const secondsLeft = ((total - done) * (at - first.at)) / (done - first.done) / 1000
    report({ done, total, ...(isKnown && { secondsLeft }) })
  }
}
