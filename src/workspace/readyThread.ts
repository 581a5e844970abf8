import type { AnalysisThread } from './analysisThread'
import { LanguageModelLost } from './languageModel'

/** A thread that is not ready after this time counts as failed: its models may come over a slow network. Milliseconds. */
const startTimeout = 60_000

/**
 * Waits until the thread is ready. Rejects when it ends before or takes too long, with `LanguageModelLost` when it cannot use the language
 * model, and when its engine is not of that version: its results would differ.
 */
export async function readyThread({ ready }: AnalysisThread, version: string): Promise<void> {
  const found = await within(ready, startTimeout)
  if (found.problem) throw new LanguageModelLost(found.problem)
  if (found.version !== version) throw new Error(`the thread has engine ${found.version} and not ${version}`)
}

/** Rejects when the promise takes longer than `milliseconds`. */
async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${milliseconds} ms`)), milliseconds)
  })
  try {
    return await Promise.race([promise, timeout])
  } finally {
    clearTimeout(timer)
  }
}
