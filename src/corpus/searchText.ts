import { shownText, type SourceText, type Span } from '../article'
import type { Analysis } from '../analysis'
import { foldLetters } from '../util/folding'
import { stretchesOnOneLine } from '../util/oneLine'

/**
 * The text of an article that a filter searches, folded by `foldLetters` (case, accents). All entities are one string,
 * and all quotes another, so that an article without a match is ruled out by a single search.
 */
export interface SearchText {
  /** Names, aliases, descriptions and country of each of `Analysis.entities`, each entity followed by a NUL. */
  readonly entities: string
  /** Words, speaker, source and cue of each of `Analysis.quotes`, each quote followed by a NUL. */
  readonly quotes: string
}

/** Lists show no more of a quote than this, in UTF-16 units. */
export const longestQuoteShown = 600

/** Makes the search text of an article. Pure; linear in the analysis. */
export function searchText(source: SourceText, { entities, quotes }: Analysis): SearchText {
  const names = new Map(entities.map(({ id, name }) => [id, name]))
  const surface = (spans: readonly Span[] | null) =>
    stretchesOnOneLine((span) => shownText(source, span), spans, longestQuoteShown)
  return {
    entities: folded(
      entities.map(({ name, aliases, descriptions, places }) => [
        ...new Set([name, ...aliases, ...descriptions, places[0]?.countryName ?? ''])
      ])
    ),
    quotes: folded(
      quotes.map(({ content, speaker, source, cue }) => [
        surface(content),
        (speaker !== null && names.get(speaker)) || '',
        surface(source),
        surface(cue)
      ])
    )
  }
}

/** Joins the two strings for storage; `splitSearchText` is the reverse. */
export function joinSearchText({ entities, quotes }: SearchText): string {
  return `${entities}${divider}${quotes}`
}

export function splitSearchText(joined: string): SearchText {
  const at = joined.indexOf(divider)
  return { entities: joined.slice(0, at), quotes: joined.slice(at + 1) }
}

const divider = '\u0001'

function folded(items: readonly (readonly string[])[]): string {
  return items.map((texts) => `${foldLetters(texts.join('\n')).replace(/[\0\u0001]/g, ' ')}\0`).join('')
}
