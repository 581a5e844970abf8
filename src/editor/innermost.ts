import type { Span } from '../article'

/**
 * The shortest span at an offset, of equals the first. Both ends count, so that a cursor right after a word is still on
 * it.
 */
export function innermostAt<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  let best: T | undefined
  for (const span of spans) {
    if (span.start > offset || offset > span.end) continue
    if (!best || span.end - span.start < best.end - best.start) best = span
  }
  return best
}
