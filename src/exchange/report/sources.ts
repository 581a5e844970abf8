import type { EntityType } from '../../analysis'
import { isCounted, quoteTally, type CountedQuotes, type QuoteTally } from '../counts'
import type { DocumentEntity, QuoteAnnotation } from '../document'
import { noTexts, withText, type FewTexts } from '../fewTexts'
import { noQuotes, sumOf, type KindCounts } from './kindCounts'
import type { QuotePlace } from './quotePlace'
import { ownCopy } from './words'

/** Somebody who says, believes or wants something. */
export interface Source {
  /** From 1, in order of `Overview.sources`. */
  readonly number: number
  /** `DocumentEntity.id`. */
  readonly id: string
  readonly name: string
  readonly type: EntityType
  readonly named: boolean
  readonly identity: string | undefined
  readonly aliases: readonly string[]
  readonly descriptions: readonly string[]
  /** Of the quotes that are counted; all zero of one that only believes or wants something. */
  readonly kinds: KindCounts
  /** In how many articles it has a quote that is counted. */
  readonly articles: number
  /** All of them, repeated ones and attitudes too. */
  readonly quotes: readonly QuotePlace[]
}

/** Gathers sources, to be given the quotes in order of the export. */
export interface SourceGatherer {
  /** The speaker's `id`, and what the quote's document says of it. */
  readonly add: (
    speaker: { readonly id: string; readonly entity: DocumentEntity | undefined },
    quote: QuoteAnnotation,
    place: QuotePlace
  ) => void
  /** Who has the most quotes first, then by name. */
  readonly sources: () => readonly Source[]
}

export function sourceGatherer(choice: CountedQuotes): SourceGatherer {
  const growing = new Map<string, GrowingSource>()
  return {
    add({ id, entity }, quote, place) {
      const source = growing.get(id) ?? newSource(id, entity)
      growing.set(id, source)
      for (const alias of entity?.aliases ?? []) source.aliases = withText(source.aliases, ownCopy(alias))
      for (const description of entity?.descriptions ?? [])
        source.descriptions = withText(source.descriptions, ownCopy(description))
      // A list that is pushed to has room for 17 at once, and most sources have one quote.
      if (source.quotes.length < mostInExactList) source.quotes = [...source.quotes, place]
      else source.quotes.push(place)
      if (!isCounted(quote, choice)) return
      if (source.lastArticle !== place.article) source.articles++
      source.lastArticle = place.article
      const isFirst = quote.repeat === null || (source.tally ??= quoteTally()).add(quote)
      if (isFirst) source.kinds[quote.kind]++
    },
    sources: () =>
      [...growing.values()]
        .sort(byQuotes)
        .map(({ id, name, type, named, identity, aliases, descriptions, kinds, articles, quotes }, index) => ({
          number: index + 1,
          id,
          name,
          type,
          named,
          identity,
          aliases: [...aliases].filter((alias) => alias !== name),
          descriptions: [...descriptions].filter((description) => description !== name),
          kinds,
          articles,
          quotes
        }))
  }
}

interface GrowingSource extends Pick<Source, 'id' | 'name' | 'type' | 'named' | 'identity'> {
  aliases: FewTexts
  descriptions: FewTexts
  readonly kinds: Record<keyof KindCounts, number>
  quotes: QuotePlace[]
  articles: number
  /** The quotes come in order of the articles. */
  lastArticle: number
  /** Of the quotes that are there again; undefined where there are none. */
  tally: QuoteTally | undefined
}

const mostInExactList = 8

function newSource(id: string, entity: DocumentEntity | undefined): GrowingSource {
  return {
    id,
    name: entity?.name ?? id,
    type: entity?.type ?? 'person',
    named: entity?.named ?? false,
    identity: entity?.identity,
    aliases: noTexts,
    descriptions: noTexts,
    kinds: noQuotes(),
    quotes: [],
    articles: 0,
    lastArticle: 0,
    tally: undefined
  }
}

function byQuotes(a: GrowingSource, b: GrowingSource): number {
  return (
    sumOf(b.kinds) - sumOf(a.kinds) ||
    b.quotes.length - a.quotes.length ||
    compared(a.name, b.name) ||
    compared(a.id, b.id)
  )
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
