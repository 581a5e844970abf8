import type { Analysis, Entity, Mention, Quote } from '../analysis'
import type { SourceText, Span } from '../article'
import { definingMention } from './entityAt'
import { innermostAt } from './innermost'

/** The entity at an offset of the text, for its hover. */
export interface EntityCard {
  readonly entity: Entity
  readonly mention: Mention
  /** See `definingMention`. */
  readonly defining: Mention | undefined
}

/** The quote at an offset of the text, for its hover. */
export interface QuoteCard {
  readonly quote: Quote
  /** The span of its content, source or cue that the offset is in. */
  readonly piece: Span
  readonly speaker: Entity | undefined
  /** Of the speaker, see `definingMention`. */
  readonly defining: Mention | undefined
}

export interface HoverCards {
  readonly entity: EntityCard | undefined
  readonly quote: QuoteCard | undefined
}

/**
 * The innermost mention and the innermost quote at an offset of a text. `attitudes` also shows what people believe,
 * want and fear.
 */
export function hoverCards(
  source: SourceText,
  analysis: Analysis,
  offset: number,
  { attitudes }: { readonly attitudes: boolean }
): HoverCards {
  const shown = analysis.quotes.filter(({ act }) => attitudes || act === 'speech')
  return { entity: entityCard(source, analysis, offset), quote: quoteCard(source, analysis, shown, offset) }
}

function entityCard(source: SourceText, analysis: Analysis, offset: number): EntityCard | undefined {
  const mention = innermostAt(analysis.mentions, offset)
  const entity = mention && analysis.entities.find(({ id }) => id === mention.entity)
  if (!entity) return undefined
  return { entity, mention, defining: definingMention(source, analysis, entity) }
}

function quoteCard(
  source: SourceText,
  analysis: Analysis,
  quotes: readonly Quote[],
  offset: number
): QuoteCard | undefined {
  const pieces = quotes.flatMap((quote) => quotePieces(quote).map((piece) => ({ ...piece, quote })))
  const found = innermostAt(pieces, offset)
  if (!found) return undefined
  const { quote, start, end } = found
  const speaker = analysis.entities.find(({ id }) => id === quote.speaker)
  return {
    quote,
    piece: { start, end },
    speaker,
    defining: speaker && definingMention(source, analysis, speaker)
  }
}

function quotePieces({ content, source, cue }: Quote): readonly Span[] {
  return [...content, ...(source ?? []), ...(cue ?? [])]
}
