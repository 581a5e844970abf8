import { pause } from './pause'

/**
 * Long work in slices: `rest()` lets the event loop turn when more than `milliseconds` passed since it last did, and
 * costs nothing otherwise, so that it may be called as often as one likes.
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
