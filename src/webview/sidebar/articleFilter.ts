import type { EntityEntry, LinkEntry, ListState, QuoteEntry } from '../../protocol/sidebar'
import {
  asksOfQuotes,
  isNamed,
  meetsArticle,
  meetsQuote,
  meetsSpeaker,
  type FacetType,
  type Facets,
  type SpeakerFacts,
  type WantedName
} from '../../util/facets'
import { inOneArticle } from '../../util/filterQuery'
import { foldLetters } from '../../util/folding'
import { isActive, matches, meets } from '../shared/filter'
import type { TreeInput } from './treeNodes'

/** What the filter leaves of an article's lists. */
export interface ArticleFilter {
  /** By indexes of `ListState.quotes`. */
  readonly quotes: readonly boolean[]
  entity(entity: EntityEntry): boolean
}

export function articleFilter(input: Pick<TreeInput, 'state' | 'codes' | 'filter'>): ArticleFilter {
  const { state, codes } = input
  const filter = inOneArticle(input.filter)
  if (!isActive(filter)) return { quotes: state.quotes.map(() => true), entity: () => true }
  const { facets } = filter
  if (!meetsArticle(facets, { ...state, names: [] }))
    return { quotes: state.quotes.map(() => false), entity: () => false }
  const links = new Map(state.links.flatMap((link) => link.quotes.map((quote) => [quote, link] as const)))
  const byName = linksByName(state)
  const quotes = state.quotes.map(
    (quote, index) =>
      matches(filter, [quote.text, quote.speaker, quote.source, quote.cue]) &&
      meets(filter, quote.status, codes) &&
      meetsQuote(facets, quoted(quote, links.get(index) ?? byName.get(quote.speaker)))
  )
  const linkOf = new Map(state.links.map((link) => [link.key, link]))
  const untyped: Facets = { ...facets, types: [] }
  return {
    quotes,
    entity(entity) {
      const { name, aliases, description, status, named, kind } = entity
      const link = linkOf.get(entity.key)
      return (
        matches(filter, [name, ...aliases, description]) &&
        meets(filter, status, codes) &&
        isOfTypes(entity, facets.types) &&
        meetsSpeaker(untyped, { named, type: kind, names: [name, link?.folderName ?? name] }) &&
        (!asksOfQuotes(facets) || (link?.quotes.some((quote) => quotes[quote]) ?? false))
      )
    }
  }
}

function isOfTypes({ kind, acting = 0 }: EntityEntry, types: readonly FacetType[]): boolean {
  return types.length === 0 || types.includes(kind) || (acting > 0 && types.includes('acting-place'))
}

function quoted({ kind, act, text, about = [] }: QuoteEntry, link: LinkEntry | undefined) {
  return {
    kind,
    act,
    speaker: link ? speakerFacts(link) : null,
    words: () => foldLetters(text),
    mentions: (wanted: WantedName) => about.some((name) => isNamed(wanted, name))
  }
}

function speakerFacts({ named, kind, name, folderName }: LinkEntry): SpeakerFacts {
  return { named, type: kind, names: [name, folderName ?? name] }
}

/** Of the same quote in another article it is known by name alone who says it. */
function linksByName({ links }: ListState): ReadonlyMap<string, LinkEntry> {
  return new Map(
    links.flatMap((link) => [link.name, link.folderName ?? link.name].map((name) => [name, link] as const))
  )
}
