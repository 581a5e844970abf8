import type { Decision } from '../annotations'
import type { Span } from '../article'
import { hasFacets } from '../util/facets'
import { hasConditions, readQuery, type FilterQuery } from '../util/filterQuery'
import { wordsInFacets } from './decided/wordsInFacets'
import type { EntityKind, QuoteKind } from '../protocol/common'
import { articleRow, type ArticleRow } from './articleRow'
import { facetsIn } from './facetsIn'
import { rowsOfKind, type FolderIndex } from './folderIndex'
import { nobodyDecided, type FolderMarks, type InArticle } from './folderMarks'
import { searchFolder, type Found } from './folderSearch'
import { markView, type MarkView } from './markView'
import type { ReuseRow } from './quoteTable'
import type { Steps } from '../util/steps'

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
  /** By index of `Corpus.entities`, which of its rows are listed: a part of `FolderIndex.rows`. */
  readonly rows: Uint8Array
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
  const found = isFiltered ? yield* searchFolder(index, query, allMarks) : undefined
  const { quotes } = index
  const left = yield* quotesLeft(index, found)
  const rows = yield* rowsLeft(index, query, found)
  const allLeft = { table: quotes, left, unattributedOnly: false }
  const unattributedLeft = { ...allLeft, unattributedOnly: true }
  const articles: ArticleRow[] = []
  const unattributed: ArticleRow[] = []
  const kinds = { direct: 0, mixed: 0, indirect: 0 }
  let unattributedQuotes = 0
  /** The next one may be in an article far behind. */
  let next = left.indexOf(1)
  for (let article = 0; next >= 0 && article < index.folder.articles.length; article++) {
    if (article % 32 === 0) yield
    const [, end] = quotes.rangeOf(article)
    if (next >= end) continue
    let withoutSpeaker = 0
    // A plain loop: there are hundreds of thousands, and every letter of a filter goes through them.
    for (let number = next; number < end; number++) {
      if (left[number] === 0) continue
      kinds[quotes.kindOf(number)]++
      if (quotes.isUnattributed(number)) withoutSpeaker++
    }
    next = left.indexOf(1, end)
    articles.push(articleRow(article, allLeft))
    unattributedQuotes += withoutSpeaker
    if (withoutSpeaker > 0) unattributed.push(articleRow(article, unattributedLeft))
  }
  const sources = yield* sourcesLeft(index, left, found && hasConditions(query) ? undefined : found?.entities)
  /** By link, its index in `sources`; -1 for one that is not left. */
  const places = new Int32Array(index.links.length).fill(-1)
  for (const [place, { link }] of sources.entries()) places[link] = place
  const reuse = found ? yield* reuseLeft(index, left) : quotes.reuse
  const suggestions: (readonly SourceRow[])[] = []
  for (const [place, links] of index.suggestions.entries()) {
    if (place % 256 === 0) yield
    const group = links.flatMap((link) => sources[places[link]!] ?? [])
    if (group.length > 1) suggestions.push(group)
  }
  return {
    index,
    filter,
    rows,
    articles,
    kinds,
    distinctQuotes: found ? quotes.countAll(left) : quotes.all.distinct,
    sources,
    suggestions,
    unattributed,
    unattributedQuotes,
    reuse,
    marks: yield* markView(allMarks, query, inFacetsOf(index, query)),
    allMarks
  }
}

/**
 * The sources that have quotes which are left. Of those that match themselves, by index of `Corpus.entities`, all quotes are listed.
 * Goes through the quotes, not through the sources: most have few, and lie far from each other in memory.
 */
function* sourcesLeft(
  { links, linkOf, quotes }: FolderIndex,
  left: Uint8Array,
  matching: Uint8Array | undefined
): Steps<readonly SourceRow[]> {
  const counts = new Uint32Array(links.length)
  for (let number = left.indexOf(1); number >= 0 && number < left.length; number++) {
    if (number % 8192 === 0) yield
    const link = left[number] === 0 ? -1 : (linkOf[quotes.speakerOf(number)] ?? -1)
    if (link >= 0) counts[link]!++
  }
  if (matching)
    for (let entity = matching.indexOf(1); entity >= 0 && entity < matching.length; entity++)
      if (matching[entity] === 1 && linkOf[entity]! >= 0) counts[linkOf[entity]!] = ofAll
  const sources: SourceRow[] = []
  const whole = wholeSources.get(links) ?? []
  wholeSources.set(links, whole)
  /** Sources of which some quotes are left, by link. */
  const some = new Map<number, number[]>()
  for (let link = 0; link < links.length; link++) {
    if (link % 1024 === 0) yield
    if (counts[link] === 0) continue
    const row = links[link]!
    if (counts[link]! >= row.quotes.length)
      sources.push((whole[link] ??= { link, quotes: row.quotes, count: row.distinct }))
    else {
      const listed: number[] = []
      some.set(link, listed)
      sources.push({ link, quotes: listed, count: 0 })
    }
  }
  if (some.size === 0) return sources
  for (let number = left.indexOf(1); number >= 0 && number < left.length; number++) {
    if (number % 8192 === 0) yield
    if (left[number] === 1) some.get(linkOf[quotes.speakerOf(number)] ?? -1)?.push(number)
  }
  yield
  for (const [place, row] of sources.entries())
    if (some.has(row.link)) sources[place] = { ...row, count: quotes.count(row.quotes).distinct }
  return sources
}

/** By link, the row of a source whose quotes are all left: the same under any filter. */
const wholeSources = new WeakMap<FolderIndex['links'], SourceRow[]>()

/** More quotes than any source has. */
const ofAll = 2 ** 32 - 1

/** By a quote's number, 1 where it is listed and left. */
function* quotesLeft({ quotes }: FolderIndex, found: Found | undefined): Steps<Uint8Array> {
  if (!found) return quotes.listed
  const left = new Uint8Array(quotes.size)
  for (let number = 0; number < left.length; number++) {
    if (number % 16384 === 0) yield
    left[number] = found.quotes[number]! & quotes.listed[number]!
  }
  return left
}

/** The groups of reused quotes of which any is left. */
function* reuseLeft({ quotes }: FolderIndex, left: Uint8Array): Steps<readonly ReuseRow[]> {
  const groups = new Uint8Array(quotes.reuse.length)
  for (let number = left.indexOf(1); number >= 0 && number < left.length; number++) {
    if (number % 8192 === 0) yield
    if (left[number] === 1 && quotes.groupOf(number) >= 0) groups[quotes.groupOf(number)] = 1
  }
  return quotes.reuse.filter((_, group) => groups[group] === 1)
}

/** Which rows of the corpus's entities are listed. */
function* rowsLeft(
  index: FolderIndex,
  { facets: { types } }: FilterQuery,
  found: Found | undefined
): Steps<Uint8Array> {
  const rows = index.rows.slice()
  if (!found) return rows
  const { entities } = index.folder.corpus
  const wanted = (kinds: readonly EntityKind[]) =>
    kinds.reduce((sum, kind) => sum | (types.length === 0 || types.includes(kind) ? rowsOfKind(kind) : 0), 0)
  const kept = {
    person: wanted(['person']),
    organization: wanted(['organization']),
    group: wanted(['group']),
    place: wanted(['place', 'acting-place'])
  }
  for (let entity = 0; entity < rows.length; entity++) {
    if (entity % 8192 === 0) yield
    rows[entity]! &= found.entities[entity] === 1 ? kept[entities[entity]!.type] : 0
  }
  return rows
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
