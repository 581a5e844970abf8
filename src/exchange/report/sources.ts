import type { EntityType } from '../../analysis'
import { byDescriptionRank } from '../../corpus'
import { isCounted, quoteTally, type CountedQuotes, type QuoteTally } from '../counts'
import type { DocumentEntity, QuoteAnnotation } from '../document'
import { noQuotes, sumOf, type KindCounts } from './kindCounts'
import { withItem } from '../shortList'
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
  /** The first of its other names, and of what articles call it: not more than a report tells. */
  readonly aliases: readonly string[]
  readonly descriptions: readonly string[]
  /** Of the quotes that are counted; all zero of one that only believes or wants something. */
  readonly kinds: KindCounts
  /** In how many articles it has a quote that is counted. */
  readonly articles: number
  /** All of them, repeated ones and attitudes too, in order of the export: indexes of `Overview.places`. */
  readonly quotes: readonly number[]
}

/** Gathers sources, to be given the quotes in order of the export. */
export interface SourceGatherer {
  /** The speaker's `id`, and what the quote's document says of it; the number of the article, and the quote's index in `Overview.places`. */
  readonly add: (
    speaker: { readonly id: string; readonly entity: DocumentEntity | undefined },
    quote: QuoteAnnotation,
    at: { readonly article: number; readonly place: number }
  ) => void
  /** Who has the most quotes first, then by name. To be called at the end. */
  readonly sources: () => readonly Source[]
}

export function sourceGatherer(choice: CountedQuotes): SourceGatherer {
  const growing = new Map<string, GrowingSource>()
  return {
    add({ id, entity }, quote, { article, place }) {
      const source = growing.get(id) ?? newSource(id, entity)
      growing.set(id, source)
      source.aliases = withNames(source.aliases, entity?.aliases, source.name)
      source.descriptions = withNames(source.descriptions, entity?.descriptions, source.name)
      source.quotes = withItem(source.quotes, place)
      if (!isCounted(quote, choice)) return
      if (source.lastArticle !== article) source.articles++
      source.lastArticle = article
      const isFirst = quote.repeat === null || (source.tally ??= quoteTally()).add(quote)
      if (isFirst) source.kinds[quote.kind]++
    },
    sources() {
      const sorted = [...growing.values()].sort(byQuotes)
      for (const [index, source] of sorted.entries()) {
        source.number = index + 1
        source.descriptions = byDescriptionRank(source.descriptions)
      }
      return sorted
    }
  }
}

/** There may be a hundred thousand: they are not copied when all is counted. */
interface GrowingSource extends Pick<Source, 'id' | 'name' | 'type' | 'named' | 'identity'> {
  number: number
  aliases: readonly string[]
  descriptions: readonly string[]
  readonly kinds: Record<keyof KindCounts, number>
  quotes: number[]
  articles: number
  /** The quotes come in order of the articles. */
  lastArticle: number
  /** Of the quotes that are there again; undefined where there are none. */
  tally: QuoteTally | undefined
}

/** What a report tells of the other names, and of the descriptions. */
const mostNames = 4

function withNames(names: readonly string[], more: readonly string[] = [], own: string): readonly string[] {
  const added = [...new Set(more)].filter((name) => name !== own && !names.includes(name))
  const room = mostNames - names.length
  return room === 0 || added.length === 0 ? names : names.concat(added.slice(0, room).map(ownCopy))
}

function newSource(id: string, entity: DocumentEntity | undefined): GrowingSource {
  return {
    number: 0,
    id,
    name: entity?.name ?? id,
    type: entity?.type ?? 'person',
    named: entity?.named ?? false,
    identity: entity?.identity,
    aliases: noNames,
    descriptions: noNames,
    kinds: noQuotes(),
    quotes: [],
    articles: 0,
    lastArticle: 0,
    tally: undefined
  }
}

const noNames: readonly string[] = []

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
