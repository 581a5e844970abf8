import { shownText, type SourceText, type Span } from '../article'

/** What a reader sees of pieces, as a person would cite it: joined by an ellipsis, line ends kept. */
export function surfaceOf(source: SourceText, pieces: readonly Span[] | null): string {
  return (pieces ?? []).map((piece) => shownText(source, piece)).join(' \u2026 ')
}
