import type { Steps } from '../../src/util/steps'

/** Milliseconds; as `inSlices` does. */
const sliceLength = 15

/** Steps as the host takes them, measured. Milliseconds of processor time. */
export interface HostSlices {
  readonly run: <T>(steps: Steps<T>) => { readonly result: T; readonly cost: number }
  /** The longest time without a pause, of all that was run since the last `forget`. */
  longest(): number
  forget(): void
}

export function hostSlices(): HostSlices {
  let longest = 0
  return {
    run(steps) {
      let cost = 0
      for (;;) {
        // As long as the host goes on without a pause: it looks at the clock, which is cheaper than what is told here.
        const begun = processor()
        const clock = performance.now()
        let step = steps.next()
        while (!step.done && performance.now() - clock < sliceLength) step = steps.next()
        const took = processor() - begun
        cost += took
        longest = Math.max(longest, took)
        if (step.done) return { result: step.value, cost }
      }
    },
    longest: () => longest,
    forget() {
      longest = 0
    }
  }
}

function processor(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
