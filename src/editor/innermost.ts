import type { Span } from '../article'

/** The shortest span at an offset, of equals the first. Both ends belong to a span: the end of a word is still about the word. */
export function innermostAt<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  let best: T | undefined
  for (const span of spans) {
    if (span.start > offset || offset > span.end) continue
    if (!best || span.end - span.start < best.end - best.start) best = span
  }
  return best
}
