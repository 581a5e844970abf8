import type { Analysis, Entity, Mention, Quote } from '../analysis'
import type { Span } from '../article'

/** What is known of the entity at a place in the text. */
export interface EntityCard {
  readonly entity: Entity
  readonly mention: Mention
  readonly mentions: readonly Mention[]
  readonly quotes: readonly Quote[]
}

/** What is known of the quote at a place in the text. */
export interface QuoteCard {
  readonly quote: Quote
  /** The piece of the quote that was pointed at. */
  readonly piece: Span
  readonly speaker: Entity | undefined
  /** The other quotes of the same speaker. */
  readonly others: readonly Quote[]
}

export interface HoverCards {
  readonly entity: EntityCard | undefined
  readonly quote: QuoteCard | undefined
}

/** The innermost mention and the innermost quote at an offset. `attitudes` also shows what people believe, want and fear. */
export function hoverCards(analysis: Analysis, offset: number, { attitudes }: { readonly attitudes: boolean }): HoverCards {
  const shown = analysis.quotes.filter(({ act }) => attitudes || act === 'speech')
  return { entity: entityCard(analysis, shown, offset), quote: quoteCard(analysis, shown, offset) }
}

function entityCard({ mentions, entities }: Analysis, quotes: readonly Quote[], offset: number): EntityCard | undefined {
  const mention = innermost(mentions.filter((span) => touches(span, offset)))
  const entity = mention && entities.find(({ id }) => id === mention.entity)
  if (!entity) return undefined
  return {
    entity,
    mention,
    mentions: entity.mentions.flatMap((index) => mentions[index] ?? []),
    quotes: quotes.filter(({ speaker }) => speaker === entity.id)
  }
}

function quoteCard({ entities }: Analysis, quotes: readonly Quote[], offset: number): QuoteCard | undefined {
  const pieces = quotes.flatMap((quote) => quotePieces(quote).map((piece) => ({ ...piece, quote })))
  const found = innermost(pieces.filter((piece) => touches(piece, offset)))
  if (!found) return undefined
  const { quote, start, end } = found
  const speaker = entities.find(({ id }) => id === quote.speaker)
  const others = speaker ? quotes.filter((other) => other !== quote && other.speaker === speaker.id) : []
  return { quote, piece: { start, end }, speaker, others }
}

function quotePieces({ content, source, cue }: Quote): readonly Span[] {
  return [...content, ...(source ?? []), ...(cue ?? [])]
}

/** Both ends included: a hover at the end of a word is still about the word. */
function touches({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end
}

function innermost<T extends Span>(spans: readonly T[]): T | undefined {
  return spans.reduce<T | undefined>((best, span) => (best && best.end - best.start <= span.end - span.start ? best : span), undefined)
}
