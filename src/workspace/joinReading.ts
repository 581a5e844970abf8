import type { Cancellation, CancellationSource } from '../util/cancellation'
import type { Disposable } from '../util/disposable'

export interface ReadingUnderWay {
  /** Whether every file was read. */
  readonly result: Promise<boolean>
  readonly cancel: CancellationSource
}

/** Waits for a reading, which the token cancels; what reports its progress is disposed of in the end. */
export async function joinReading(
  { result, cancel }: ReadingUnderWay,
  token: Cancellation | undefined,
  reporting: Disposable | undefined
): Promise<boolean> {
  const cancelling = token?.onCancellationRequested(() => cancel.cancel())
  if (token?.isCancellationRequested) cancel.cancel()
  try {
    return await result
  } finally {
    cancelling?.dispose()
    reporting?.dispose()
  }
}
