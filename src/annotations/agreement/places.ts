import type { Span } from '../../article'

/** Places are equal where their keys are; "" for none, as of the whole article. */
export function placesKey(pieces: readonly Span[] | null): string {
  return (pieces ?? []).map(({ start, end }) => `${start}-${end}`).join(' ')
}

/** From the beginning of the first piece to the end of the last one; null for none. */
export function wholeOf(pieces: readonly Span[] | null): Span | null {
  const first = pieces?.[0]
  if (!first) return null
  return { start: first.start, end: Math.max(...pieces.map(({ end }) => end)) }
}

/** Whether two stretches have a character in common. */
export function areTouching(a: Span | null, b: Span | null): boolean {
  return a !== null && b !== null && a.start < b.end && b.start < a.end
}
