import type { Span } from '../article'

/** The text of several spans, with ellipses between them. */
export function quoteText(pieces: readonly Span[], text: string): string {
  return pieces.map(({ start, end }) => text.slice(start, end)).join(' \u2026 ')
}
