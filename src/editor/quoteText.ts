import type { Span } from '../article'

/** The pieces of a span list as one text, with an ellipsis where something stands in between. */
export function quoteText(pieces: readonly Span[], text: string): string {
  return pieces.map(({ start, end }) => text.slice(start, end)).join(' \u2026 ')
}
