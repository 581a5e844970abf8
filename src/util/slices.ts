import { pause } from './pause'
import type { Steps } from './steps'

/**
 * Long work in slices of time: `rest()` lets the event loop turn when more than `milliseconds` passed since it last did.
 * Otherwise it costs next to nothing, so that it may be called often.
 */
export function workSlices(milliseconds = 15): { rest(): Promise<void> } {
  let begun = performance.now()
  return {
    async rest() {
      if (performance.now() - begun < milliseconds) return
      await pause()
      begun = performance.now()
    }
  }
}

/** Takes the steps of long work in slices of time, to their end. */
export async function throughSlices<T>(steps: Steps<T>, milliseconds = 15): Promise<T> {
  return (await inSlices(steps, () => true, milliseconds)) as T
}

/** Takes the steps of long work in slices of time. Undefined when `isWanted` says that nobody waits any more. */
export async function inSlices<T>(steps: Steps<T>, isWanted: () => boolean, milliseconds = 15): Promise<T | undefined> {
  let begun = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - begun < milliseconds) continue
    await pause()
    if (!isWanted()) return undefined
    begun = performance.now()
  }
}

/** The same; its first slice is taken now, and what ends in it gives its result itself. */
export function atOnceOrInSlices<T>(
  steps: Steps<T>,
  isWanted: () => boolean,
  milliseconds = 15
): T | Promise<T | undefined> {
  const begun = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - begun >= milliseconds) break
  }
  return pause().then(() => (isWanted() ? inSlices(steps, isWanted, milliseconds) : undefined))
}
