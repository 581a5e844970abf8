import type { AnalyzedText, Entity } from '../../analysis'
import { factKeys } from '../../analysis'
import type { Span } from '../../article'
import type { Fact } from './facts'

/** What a command is about: where, and which of the facts there. */
export interface Pointed extends Span {
  readonly about?: 'mention' | 'quote' | 'entity'
  /** Of `factKeys`: of an entity, mention or quote. */
  readonly key?: string
}

/** What is at a place of an article. */
export interface FactsAt {
  /** Index of the innermost mention. */
  readonly mention: number | undefined
  /** The entity of the mention; where there is none, the one that was pointed at, or the speaker of the source there. */
  readonly entity: Entity | undefined
  /** Index of the innermost quote, by its content, source or cue. */
  readonly quote: number | undefined
}

/** The facts at a place. Of a cursor both ends of a fact count; of several words those that they are, or that they touch. */
export function factsAt(article: AnalyzedText, pointed: Pointed): FactsAt {
  const { mentions, quotes, entities } = article.analysis
  const keyed = pointed.key === undefined ? undefined : byKey(article, pointed)
  if (keyed) return keyed
  const mention =
    pointed.about === 'quote'
      ? undefined
      : bestAt(
          mentions.map((one) => [one]),
          pointed
        )
  const quote =
    pointed.about === 'mention' || pointed.about === 'entity'
      ? undefined
      : bestAt(
          quotes.map(({ content, cue, source }) => [...content, ...(cue ?? []), ...(source ?? [])]),
          pointed
        )
  const speaker =
    mention === undefined ? quotes.find(({ source }) => source?.some((one) => holds(one, pointed))) : undefined
  const id = mention === undefined ? speaker?.speaker : mentions[mention]!.entity
  return { mention, entity: entities.find((one) => one.id === id), quote }
}

/** The fact that is meant where nobody says which: the mention, which lies in the quote where there are both. */
export function factAt(article: AnalyzedText, pointed: Pointed): Fact | undefined {
  const { mention, quote } = factsAt(article, pointed)
  if (mention !== undefined) return { about: 'mention', index: mention }
  return quote === undefined ? undefined : { about: 'quote', index: quote }
}

function byKey(article: AnalyzedText, { about, key }: Pointed): FactsAt | undefined {
  const keys = factKeys(article)
  const { mentions, entities } = article.analysis
  if (about === 'entity') {
    const entity = entities.find(({ id }) => keys.entities.get(id) === key)
    return entity && { entity, mention: undefined, quote: undefined }
  }
  const index = (about === 'quote' ? keys.quotes : keys.mentions).findIndex((one) => one === key)
  if (about === undefined || index < 0) return undefined
  if (about === 'quote') return { quote: index, mention: undefined, entity: undefined }
  return { mention: index, entity: entities.find(({ id }) => id === mentions[index]!.entity), quote: undefined }
}

/** The index of the fact with the piece that fits a place best: the same words, else the shortest of those that touch it most. */
function bestAt(facts: readonly (readonly Span[])[], pointed: Span): number | undefined {
  let best: { readonly index: number; readonly shared: number; readonly length: number } | undefined
  facts.forEach((pieces, index) => {
    for (const piece of pieces) {
      if (!holds(piece, pointed)) continue
      const shared = Math.min(piece.end, pointed.end) - Math.max(piece.start, pointed.start)
      const length = piece.end - piece.start
      if (!best || shared > best.shared || (shared === best.shared && length < best.length))
        best = { index, shared, length }
    }
  })
  return best?.index
}

/** Whether a piece touches a place: at a cursor with its ends, too. */
function holds({ start, end }: Span, pointed: Span): boolean {
  return pointed.start === pointed.end
    ? start <= pointed.start && end >= pointed.end
    : start < pointed.end && end > pointed.start
}
