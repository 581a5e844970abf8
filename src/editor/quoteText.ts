import { shownText, type SourceText, type Span } from '../article'

/** What a reader sees of several spans, with ellipses between them. */
export function quoteText(pieces: readonly Span[], source: SourceText): string {
  return pieces.map((piece) => shownText(source, piece)).join(' \u2026 ')
}
