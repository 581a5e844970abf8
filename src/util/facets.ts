import { foldLetters } from './folding'

/**
 * Conditions of a filter about what the engine found: the kind of a quote, its source, its article. Several of one facet are
 * alternatives, different facets have to be true together.
 */
export interface Facets {
  /** `kind:direct` */
  readonly kinds: readonly QuoteKind[]
  /** `act:attitude` */
  readonly acts: readonly QuoteAct[]
  /** `named:no`: whether the source has a name. */
  readonly named: readonly boolean[]
  /** `type:person`: what a source or a listed entity is. */
  readonly types: readonly FacetType[]
  /** `source:"Maria Lopez"`: who is quoted. */
  readonly sources: readonly WantedName[]
  /** `about:Lisbon`: words of the quote itself, or of the name of whom it speaks of; `about:"Lisbon"`: it speaks of who is called so. */
  readonly about: readonly WantedName[]
  /** `outlet:Northwire`: the agency that the article credits. */
  readonly outlets: readonly WantedName[]
  /** `date:2024`, `date:2024-02..2024-03-15` */
  readonly dates: readonly DateRange[]
  /** `article:"Talks end"`: a headline, or a file's name. */
  readonly articles: readonly WantedName[]
}

type QuoteKind = 'direct' | 'indirect' | 'mixed'
type QuoteAct = 'speech' | 'attitude'
export type FacetType = 'person' | 'organization' | 'group' | 'place' | 'acting-place'

/** A name that is looked for, folded: the whole name where it was written in quotation marks, else a part of one. */
export interface WantedName {
  readonly text: string
  readonly isWhole: boolean
}

/** ISO 8601 dates, or the beginnings of some ("2024-02"); both ends belong to it, "" is open. */
export interface DateRange {
  readonly from: string
  readonly to: string
}

export const noFacets: Facets = {
  kinds: [],
  acts: [],
  named: [],
  types: [],
  sources: [],
  about: [],
  outlets: [],
  dates: [],
  articles: []
}

export interface ArticleFacts {
  readonly outlet: string | null
  /** ISO 8601, or what is known of it. */
  readonly isoDate: string | null
  /** Headline and file name. */
  readonly names: readonly string[]
}

/** `speaker` null of a quote without one. `words` is the quote's text, folded; `mentions`: it speaks of somebody of that name. */
export interface QuotedFacts {
  readonly kind: QuoteKind
  readonly act: QuoteAct
  readonly speaker: SpeakerFacts | null
  readonly words: () => string
  readonly mentions: (wanted: WantedName) => boolean
}

export interface SpeakerFacts {
  readonly named: boolean
  readonly type: FacetType
  readonly names: readonly string[]
}

/** Whether the filter asks for an article's outlet, date or name. */
export function asksOfArticles({ outlets, dates, articles }: Facets): boolean {
  return outlets.length + dates.length + articles.length > 0
}

/** Whether the filter asks for what only a quote has; entities then stand for their own quotes. */
export function asksOfQuotes({ kinds, acts, about }: Facets): boolean {
  return kinds.length + acts.length + about.length > 0
}

/** Whether the filter asks for who somebody is. */
export function asksOfSpeakers({ named, types, sources }: Facets): boolean {
  return named.length + types.length + sources.length > 0
}

export function hasFacets(facets: Facets): boolean {
  return asksOfArticles(facets) || asksOfQuotes(facets) || asksOfSpeakers(facets)
}

export function meetsArticle({ outlets, dates, articles }: Facets, { outlet, isoDate, names }: ArticleFacts): boolean {
  return (
    (outlets.length === 0 || (outlet !== null && outlets.some((wanted) => isNamed(wanted, outlet)))) &&
    (dates.length === 0 || (isoDate !== null && dates.some((range) => isWithin(range, isoDate)))) &&
    (articles.length === 0 || articles.some((wanted) => names.some((name) => isNamed(wanted, name))))
  )
}

/** Whether somebody is whom the filter asks for: as a source, and as an entry of a list of names. */
export function meetsSpeaker({ named, types, sources }: Facets, speaker: SpeakerFacts | null): boolean {
  if (!speaker) return named.length + types.length + sources.length === 0
  return (
    (named.length === 0 || named.includes(speaker.named)) &&
    (types.length === 0 || types.includes(speaker.type)) &&
    (sources.length === 0 || sources.some((wanted) => speaker.names.some((name) => isNamed(wanted, name))))
  )
}

/** Whether a quote is what the filter asks for; its article is another matter. */
export function meetsQuote(facets: Facets, quote: QuotedFacts): boolean {
  const { kinds, acts, about } = facets
  return (
    (kinds.length === 0 || kinds.includes(quote.kind)) &&
    (acts.length === 0 || acts.includes(quote.act)) &&
    meetsSpeaker(facets, quote.speaker) &&
    (about.length === 0 || about.some((wanted) => quote.mentions(wanted) || hasWords(wanted, quote)))
  )
}

/** A whole name is somebody's or some place's: where its words are a part of another name, they are not about that one. */
function hasWords({ text, isWhole }: WantedName, { words }: QuotedFacts): boolean {
  return !isWhole && words().includes(text)
}

/** What a facet's text says; undefined for what it cannot say. `text` is folded. */
export function readFacet(field: string, text: string, isWhole: boolean): Partial<Facets> | undefined {
  const wanted = { text, isWhole }
  const one = <T extends string>(known: readonly T[]) => known.find((value) => value.startsWith(text))
  switch (field) {
    case 'kind': {
      const kind = one(['direct', 'indirect', 'mixed'] as const)
      return kind && { kinds: [kind] }
    }
    case 'act': {
      const act = one(['speech', 'attitude'] as const)
      return act && { acts: [act] }
    }
    case 'named': {
      const named = one(['yes', 'no'] as const)
      return named && { named: [named === 'yes'] }
    }
    case 'type': {
      const type = one(['person', 'organization', 'group', 'place', 'acting-place'] as const)
      return type && { types: [type] }
    }
    case 'source':
      return { sources: [wanted] }
    case 'about':
      return { about: [wanted] }
    case 'outlet':
      return { outlets: [wanted] }
    case 'article':
      return { articles: [wanted] }
    case 'date': {
      const range = readRange(text)
      return range && { dates: [range] }
    }
    default:
      return undefined
  }
}

/** The fields that `readFacet` knows. */
export const facetFields = ['kind', 'act', 'named', 'type', 'source', 'about', 'outlet', 'date', 'article'] as const
export type FacetField = (typeof facetFields)[number]

/** All conditions of both. */
export function joinFacets(a: Facets, b: Partial<Facets>): Facets {
  const both = <Key extends keyof Facets>(key: Key) => [...a[key], ...(b[key] ?? [])] as unknown as Facets[Key]
  return {
    kinds: both('kinds'),
    acts: both('acts'),
    named: both('named'),
    types: both('types'),
    sources: both('sources'),
    about: both('about'),
    outlets: both('outlets'),
    dates: both('dates'),
    articles: both('articles')
  }
}

export function isNamed({ text, isWhole }: WantedName, name: string): boolean {
  const folded = foldedName(name)
  return isWhole ? folded === text : folded.includes(text)
}

/** A name as it is compared: on one line, without quotation marks, case and accents. */
export function foldedName(text: string): string {
  // Most names: those of whole folders are folded.
  if (isPlain.test(text)) return text.toLowerCase()
  return foldLetters(text)
    .replace(/["\s]+/gu, ' ')
    .trim()
}

/** Words of ASCII on one line, without quotation marks. */
const isPlain = /^[!#-~]+(?: [!#-~]+)*$/

const day = /^(\d{4}(-\d\d(-\d\d)?)?)?$/

function readRange(text: string): DateRange | undefined {
  const [from = '', to = from, ...more] = text.split('..')
  if (more.length > 0 || !day.test(from) || !day.test(to) || from + to === '') return undefined
  return { from, to }
}

/** What is not known of a date counts as within. */
function isWithin({ from, to }: DateRange, date: string): boolean {
  const length = (bound: string) => Math.min(bound.length, date.length)
  return (
    date.slice(0, length(from)) >= from.slice(0, length(from)) && date.slice(0, length(to)) <= to.slice(0, length(to))
  )
}
