import type { Analysis, Entity, Evidence } from '../analysis'
import { shownText, type SourceText, type Span } from '../article'

/** What a reader sees of pieces, as a person would cite it: joined by an ellipsis, line ends kept. */
export function surfaceOf(source: SourceText, pieces: readonly Span[] | null): string {
  return (pieces ?? []).map((piece) => shownText(source, piece)).join(' \u2026 ')
}

/** The annotators who decided facts, in order of the facts; none of mere suggestions. */
export function annotatorsOf(facts: readonly Evidence[]): readonly string[] {
  return [...new Set(facts.flatMap(({ decidedBy }) => decidedBy ?? []))]
}

/** The annotators who decided about an entity's mentions. */
export function annotatorsOfEntity({ mentions }: Analysis, entity: Entity): readonly string[] {
  return annotatorsOf(entity.mentions.flatMap((index) => mentions[index] ?? []))
}

/** How many quotes each speaker has, by the speaker's entity id. */
export function countQuotes(analysis: Analysis): ReadonlyMap<string, number> {
  return new Map(analysis.links.map((link) => [link.speaker, link.quotes.length]))
}
