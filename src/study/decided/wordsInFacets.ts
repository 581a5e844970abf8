import type { AnalyzedText, Entity } from '../../analysis'
import type { Span } from '../../article'
import { asksOfQuotes, asksOfSpeakers, isNamed, meetsQuote, type Facets } from '../../util/facets'
import { foldLetters } from '../../util/folding'
import { surface } from '../surface'

/**
 * Whether words of an article are in the facets of a filter: where these ask for quotes or who says them, words that are in such
 * a quote, at least in part. The article's own facets are another matter. Nothing is unpacked where they ask for neither.
 */
export function wordsInFacets(article: AnalyzedText, facets: Facets): (target: readonly Span[]) => boolean {
  if (!asksOfQuotes(facets) && !asksOfSpeakers(facets)) return () => true
  const { entities, mentions, quotes } = article.analysis
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const left = quotes.flatMap(({ kind, act, content, speaker }) =>
    meetsQuote(facets, {
      ...{ kind, act },
      speaker: speakerFacts(byId.get(speaker ?? '')),
      words: () => foldLetters(surface(article, content)),
      mentions: (wanted) =>
        mentions.some(
          ({ start, end, entity }) =>
            content.some((piece) => piece.start <= start && end <= piece.end) &&
            isNamed(wanted, byId.get(entity)?.name ?? '')
        )
    })
      ? content
      : []
  )
  return (target) => target.some((piece) => left.some(({ start, end }) => piece.start < end && start < piece.end))
}

function speakerFacts(entity: Entity | undefined) {
  if (!entity) return null
  const { named, type, name, aliases } = entity
  return { named, type: type === 'place' ? ('acting-place' as const) : type, names: [name, ...aliases] }
}
