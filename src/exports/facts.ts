import type { Analysis } from '../analysis'
import type { Span } from '../article'

/** The text that pieces cover, as a person would cite it: pieces joined by an ellipsis, line ends kept. */
export function surfaceOf(text: string, pieces: readonly Span[] | null): string {
  return (pieces ?? []).map(({ start, end }) => text.slice(start, end)).join(' \u2026 ')
}

/** How many quotes each speaker has, by the speaker's entity id. */
export function countQuotes(analysis: Analysis): ReadonlyMap<string, number> {
  return new Map(analysis.links.map((link) => [link.speaker, link.quotes.length]))
}
