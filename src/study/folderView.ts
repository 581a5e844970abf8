import type { Decision } from '../annotations'
import type { Span } from '../article'
import { digestEntityNumbers, entityId, type CorpusEntity } from '../corpus'
import { asksOfQuotes, hasFacets } from '../util/facets'
import { asksOfDecisions, hasConditions, meetsConditions, readQuery, type FilterQuery } from '../util/filterQuery'
import { hasAllWords } from '../util/folding'
import type { DecidedArticle } from './decided/decidedArticle'
import { factStates } from './decided/factStates'
import { judged } from './decided/judged'
import { wordsInFacets } from './decided/wordsInFacets'
import type { EntityKind, QuoteKind } from '../protocol/common'
import { facetsIn } from './facetsIn'
import type { EntityRow, FolderIndex } from './folderIndex'
import { nobodyDecided, type FolderMarks, type InArticle } from './folderMarks'
import { markView, type MarkView } from './markView'
import type { ReuseRow } from './quoteTable'
import { searchTextOf } from './searchTexts'
import type { Steps } from '../util/steps'

/** Quotes of one article. */
export interface ArticleRow {
  /** Index of the folder's articles. */
  readonly article: number
  /** Numbers of the `QuoteTable`. */
  readonly quotes: readonly number[]
}

/** A source with its quotes that match the filter: all of them where the source itself matches. */
export interface SourceRow {
  /** Index of `FolderIndex.links`. */
  readonly link: number
  /** Numbers of the `QuoteTable`. */
  readonly quotes: readonly number[]
  /** Number of these, reused ones counted once. */
  readonly count: number
}

/** The folder's lists under a filter. */
export interface FolderView {
  readonly index: FolderIndex
  readonly filter: string
  readonly entities: Readonly<Record<EntityKind, readonly EntityRow[]>>
  readonly articles: readonly ArticleRow[]
  /** Number of the quotes of `articles`, reused ones counted once. */
  readonly distinctQuotes: number
  readonly kinds: Readonly<Record<QuoteKind, number>>
  readonly sources: readonly SourceRow[]
  readonly suggestions: readonly (readonly SourceRow[])[]
  readonly unattributed: readonly ArticleRow[]
  readonly unattributedQuotes: number
  readonly reuse: readonly ReuseRow[]
  readonly marks: MarkView
  /** Without regard to the filter. */
  readonly allMarks: FolderMarks
}

/** Further words of a filter are ignored: each word is one bit of a 32 bit number. */
const mostWords = 30

/**
 * Filters the folder's lists in small steps. The first filter is slower, because it unpacks the search text of every
 * article.
 */
export function* folderView(
  index: FolderIndex,
  filter: string,
  allMarks: FolderMarks = nobodyDecided
): Steps<FolderView> {
  const typed = readQuery(filter)
  const query = { ...typed, words: typed.words.slice(0, mostWords) }
  const isFiltered = query.words.length > 0 || hasConditions(query)
  const found = isFiltered ? yield* search(index, query, allMarks) : undefined
  const { quotes } = index
  const isFound = (number: number) => quotes.isListed(number) && (!found || found.quotes[number] === 1)
  const entities: Record<EntityKind, EntityRow[]> = {
    person: [],
    organization: [],
    group: [],
    'acting-place': [],
    place: []
  }
  const { types } = query.facets
  for (const [place, row] of index.entities.entries()) {
    if (place % 1024 === 0) yield
    if (types.length > 0 && !types.includes(row.kind)) continue
    if (!found || found.entities.has(index.folder.corpus.entities[row.entity]!)) entities[row.kind].push(row)
  }
  const articles: ArticleRow[] = []
  const unattributed: ArticleRow[] = []
  const kinds = { direct: 0, mixed: 0, indirect: 0 }
  const all: number[] = []
  let unattributedQuotes = 0
  for (const article of index.folder.articles.keys()) {
    if (article % 32 === 0) yield
    const [start, end] = quotes.rangeOf(article)
    const listed: number[] = []
    const withoutSpeaker: number[] = []
    // A plain loop: there are hundreds of thousands, and every letter of a filter goes through them.
    for (let number = start; number < end; number++) {
      if (!isFound(number)) continue
      listed.push(number)
      kinds[quotes.kindOf(number)]++
      if (found) all.push(number)
      if (quotes.isUnattributed(number)) withoutSpeaker.push(number)
    }
    if (listed.length === 0) continue
    articles.push({ article, quotes: listed })
    unattributedQuotes += withoutSpeaker.length
    if (withoutSpeaker.length > 0) unattributed.push({ article, quotes: withoutSpeaker })
  }
  const sources: SourceRow[] = []
  const places = new Map<number, SourceRow>()
  for (const [link, row] of index.links.entries()) {
    if (link % 256 === 0) yield
    const matchesItself =
      !found || (!hasConditions(query) && found.entities.has(index.folder.corpus.entities[row.entity]!))
    const listed = matchesItself ? row.quotes : row.quotes.filter(isFound)
    if (listed.length === 0) continue
    const source = { link, quotes: listed, count: matchesItself ? row.distinct : quotes.count(listed).distinct }
    sources.push(source)
    places.set(link, source)
  }
  yield
  const reuse = found ? quotes.reuse.filter((group) => group.quotes.some(isFound)) : quotes.reuse
  const suggestions: (readonly SourceRow[])[] = []
  for (const [place, links] of index.suggestions.entries()) {
    if (place % 256 === 0) yield
    const group = links.flatMap((link) => places.get(link) ?? [])
    if (group.length > 1) suggestions.push(group)
  }
  return {
    index,
    filter,
    entities,
    articles,
    kinds,
    distinctQuotes: found ? quotes.count(all).distinct : quotes.all.distinct,
    sources,
    suggestions,
    unattributed,
    unattributedQuotes,
    reuse,
    marks: yield* markView(allMarks, query, inFacetsOf(index, query)),
    allMarks
  }
}

/** Whether the facets leave a decision: by its article, and by the quote that its words are in. */
function inFacetsOf(
  index: FolderIndex,
  { facets }: FilterQuery
): ((decision: InArticle<Decision>) => boolean) | undefined {
  if (!hasFacets(facets)) return undefined
  const inFacets = facetsIn(index, facets)
  const known = new Map<number, (target: readonly Span[]) => boolean>()
  return ({ article, decision: { target } }) => {
    const source = index.folder.articles[article]
    if (!source) return false
    const isLeft = known.get(article) ?? (inFacets.article(source) ? wordsInFacets(source, facets) : () => false)
    known.set(article, isLeft)
    return isLeft(target)
  }
}

/** What matches a filter. */
interface Found {
  /** The corpus's entities that match. */
  readonly entities: ReadonlySet<CorpusEntity>
  /** By a quote's number: 1 if it matches, otherwise 0. */
  readonly quotes: Uint8Array
}

function* search(index: FolderIndex, query: FilterQuery, marks: FolderMarks): Steps<Found> {
  const { folder, quotes } = index
  const { words, facets } = query
  const inFacets = facetsIn(index, facets)
  const entities = new Set<CorpusEntity>()
  const matching = new Uint8Array(quotes.size)
  /** The words that an entity has in any of its articles, as bits. */
  const wordsSeen = new Map<CorpusEntity, number>()
  /** Entities that meet the conditions in any of their articles. */
  const meeting = new Set<CorpusEntity>()
  const allWords = 2 ** words.length - 1
  /** Nothing is asked but of quotes: everybody is left who says one of those. */
  const isOfAll =
    words.length === 0 &&
    !asksOfDecisions(query) &&
    hasFacets(facets) &&
    facets.outlets.length + facets.dates.length + facets.articles.length === 0
  for (const [place, article] of folder.articles.entries()) {
    yield
    const meets = conditionsIn(article, query, marks)
    if (meets === 'none' || !inFacets.article(article)) continue
    const text = words.length === 0 ? undefined : searchTextOf(article)
    if (!isOfAll && (!text || words.some((word) => text.entities.includes(word)))) {
      const folded = text?.entities.split('\0') ?? []
      const numbers = digestEntityNumbers(article.digest)
      for (let entityIndex = 0; entityIndex < numbers.length; entityIndex++) {
        const bits = words.length === 0 ? 0 : wordsIn(folded[entityIndex] ?? '', words)
        if (words.length > 0 && bits === 0) continue
        const isMeeting = meets === 'all' || meets.entity(entityIndex)
        if (words.length === 0 && !isMeeting) continue
        const entity = folder.corpus.entityOf({ article: article.id, entity: entityId(numbers[entityIndex]!) })
        if (!entity) continue
        const seen = (wordsSeen.get(entity) ?? 0) | bits
        wordsSeen.set(entity, seen)
        if (isMeeting) meeting.add(entity)
        if (seen === allWords && meeting.has(entity)) entities.add(entity)
      }
    }
    if (text && !hasAllWords(text.quotes, words)) continue
    const [start, end] = quotes.rangeOf(place)
    const folded = text?.quotes.split('\0') ?? []
    for (let quote = 0; start + quote < end; quote++)
      if (
        hasAllWords(folded[quote] ?? '', words) &&
        (meets === 'all' || meets.quote(quote)) &&
        (!hasFacets(facets) || inFacets.quote(start + quote, article, quote))
      )
        matching[start + quote] = 1
  }
  return {
    entities: hasFacets(facets) ? yield* entitiesIn(index, isOfAll ? undefined : entities, query, matching) : entities,
    quotes: matching
  }
}

/** Which words are in a text, as bits. */
function wordsIn(text: string, words: readonly string[]): number {
  let bits = 0
  for (let bit = 0; bit < words.length; bit++) if (text.includes(words[bit]!)) bits |= 2 ** bit
  return bits
}

/** Those of the entities, of all without them, that the facets leave: where these ask for quotes, who says one that was found. */
function* entitiesIn(
  index: FolderIndex,
  found: ReadonlySet<CorpusEntity> | undefined,
  { facets }: FilterQuery,
  matching: Uint8Array
): Steps<ReadonlySet<CorpusEntity>> {
  const { quotes, folder } = index
  const speaking = new Set<number>()
  for (let number = 0; number < matching.length; number++) {
    if (number % 4096 === 0) yield
    if (matching[number] === 1 && quotes.isListed(number)) speaking.add(quotes.speakerOf(number))
  }
  const inFacets = facetsIn(index, facets)
  const left = new Set<CorpusEntity>()
  for (const [place, entity] of folder.corpus.entities.entries()) {
    if (place % 1024 === 0) yield
    if ((found?.has(entity) ?? true) && inFacets.entity(place) && (!asksOfQuotes(facets) || speaking.has(place)))
      left.add(entity)
  }
  return left
}

/** Which facts of an article meet the conditions of a query: indexes of `Analysis.entities` and `Analysis.quotes`. */
interface Meeting {
  entity(index: number): boolean
  quote(index: number): boolean
}

/** An article on which nobody has decided anything has mere suggestions, and is not unpacked for that. */
function conditionsIn(article: DecidedArticle, query: FilterQuery, marks: FolderMarks): Meeting | 'all' | 'none' {
  if (!asksOfDecisions(query)) return 'all'
  const { codebook } = marks
  if (!marks.isDecided(article.id)) return meetsConditions(query, judged(undefined, codebook)) ? 'all' : 'none'
  const { analysis } = article
  const states = factStates(article)
  return {
    entity: (index) => {
      const entity = analysis.entities[index]
      return entity !== undefined && meetsConditions(query, judged(states.entity(entity, entity.mentions), codebook))
    },
    quote: (index) => meetsConditions(query, judged(states.quote(index), codebook))
  }
}
