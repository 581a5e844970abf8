import type { EntityKind, QuoteKind } from '../common'

/** The pages of the overview, in the order of its tabs. */
export const pictureKinds = ['matrix', 'timeline', 'map', 'reuse', 'network'] as const
export type PictureKind = (typeof pictureKinds)[number]

/** One quote: `article` is its URI, `quote` an index of the article's quotes. */
export interface QuotePlace {
  readonly article: string
  readonly quote: number
}

/** Who is quoted, or spoken of. `condition` is what the filter has to say for it (`util/filterQuery`). */
export interface SourceEntry {
  readonly name: string
  /** What tells it from others of the name; "" for the only one of the name. */
  readonly note: string
  readonly kind: EntityKind
  readonly named: boolean
  /** Number of its quotes, reused ones counted once. */
  readonly quotes: number
  readonly articles: number
  readonly condition: string
}

export interface ArticleColumn {
  readonly uri: string
  /** The headline, else the file's name. */
  readonly headline: string
  /** The agency that it credits; "" for none. */
  readonly outlet: string
  /** ISO 8601, or what is known of it; "" for nothing. */
  readonly date: string
  readonly condition: string
}

/** Quotes at one place of a grid. */
export interface Dot {
  readonly row: number
  readonly column: number
  readonly quotes: number
  /** How many of these have quotation marks: direct and mixed ones. */
  readonly marked: number
  /** The quote, where it is one. */
  readonly only: QuotePlace | null
}

/** Who is quoted in which article. `…InAll` say how many there are, shown or not. */
export interface MatrixPicture {
  readonly kind: 'matrix'
  readonly sources: readonly SourceEntry[]
  readonly sourcesInAll: number
  /** In order of date, those without one last. */
  readonly articles: readonly ArticleColumn[]
  readonly articlesInAll: number
  readonly dots: readonly Dot[]
}

/** A stretch of time: first and last day, month or year, as ISO 8601. */
export interface TimeSpan {
  readonly from: string
  readonly to: string
  readonly quotes: number
  readonly condition: string
}

export type TimeUnit = 'day' | 'week' | 'month' | 'year'

/** Who is quoted when. The spans follow each other without a gap. */
export interface TimelinePicture {
  readonly kind: 'timeline'
  readonly sources: readonly SourceEntry[]
  readonly sourcesInAll: number
  readonly unit: TimeUnit
  readonly spans: readonly TimeSpan[]
  readonly dots: readonly Dot[]
  /** Articles with quotes, whose date is not known, or not to the unit; and their quotes. */
  readonly undatedArticles: number
  readonly undatedQuotes: number
}

export interface MapPlace {
  readonly name: string
  readonly place: 'country' | 'region' | 'capital' | 'city'
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** Degrees, north and east positive. */
  readonly latitude: number
  readonly longitude: number
  /** Quotes that speak of it. */
  readonly quotes: number
  readonly only: QuotePlace | null
  readonly mentions: number
  readonly articles: number
  /** For quotes about it. */
  readonly condition: string
}

/** A place that the gazetteer does not know: nobody can say where it lies. */
export type UnplacedPlace = Pick<MapPlace, 'name' | 'quotes' | 'only' | 'mentions' | 'articles' | 'condition'>

/** Where the places lie that the articles name. */
export interface MapPicture {
  readonly kind: 'map'
  /** The most spoken of first. */
  readonly places: readonly MapPlace[]
  readonly placesInAll: number
  /** The most spoken of first. */
  readonly unplaced: readonly UnplacedPlace[]
  readonly unplacedInAll: number
}

/** The same quote again and again. */
export interface ReuseGroup {
  /** On one line, cut. */
  readonly text: string
  readonly kind: QuoteKind
  readonly sources: readonly string[]
  readonly times: number
  readonly articles: number
  /** Words by which a filter finds it. */
  readonly words: string
}

/** Which articles carry the same quote. */
export interface ReusePicture {
  readonly kind: 'reuse'
  /** The most repeated first: the rows. */
  readonly groups: readonly ReuseGroup[]
  readonly groupsInAll: number
  readonly articles: readonly ArticleColumn[]
  readonly dots: readonly Dot[]
}

/** Somebody who speaks, or is spoken of, or both. */
export interface NetworkNode extends SourceEntry {
  /** How many of the quotes shown speak of it. */
  readonly about: number
  /** For quotes about it. */
  readonly aboutCondition: string
}

/** Quotes of the node `from` that speak of the node `to`. */
export interface NetworkLink {
  readonly from: number
  readonly to: number
  readonly quotes: number
  readonly only: QuotePlace | null
}

/** Who speaks about whom. */
export interface NetworkPicture {
  readonly kind: 'network'
  readonly nodes: readonly NetworkNode[]
  readonly links: readonly NetworkLink[]
  /** Sources that were looked at, and how many there are. */
  readonly sources: number
  readonly sourcesInAll: number
}

export type Picture = MatrixPicture | TimelinePicture | MapPicture | ReusePicture | NetworkPicture
