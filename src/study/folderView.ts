import type { Decision } from '../annotations'
import type { Span } from '../article'
import { hasFacets } from '../util/facets'
import { hasConditions, readQuery, type FilterQuery } from '../util/filterQuery'
import { wordsInFacets } from './decided/wordsInFacets'
import type { EntityKind, QuoteKind } from '../protocol/common'
import { articleRow, type ArticleRow } from './articleRow'
import { countLeft, noneLeft, unattributedLeft } from './leftQuotes'
import { leftSources, type SourceRow } from './leftSources'
import { entityColumns, entityTypes, type EntityColumns } from './entityColumns'
import { articlesIn } from './facetsIn'
import { rowsOfKind, type FolderIndex } from './folderIndex'
import { nobodyDecided, type FolderMarks, type InArticle } from './folderMarks'
import { searchFolder, type Found } from './folderSearch'
import { markView, type MarkView } from './markView'
import type { ReuseRow } from './quoteTable'
import type { Steps } from '../util/steps'

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
  const left = quotesLeft(index, found)
  const rows = yield* rowsLeft(index, query, found)
  const allLeft = { table: quotes, left, unattributedOnly: false }
  const unattributedOnly = { ...allLeft, unattributedOnly: true }
  const counts = yield* countLeft(index, left)
  const articles: ArticleRow[] = []
  const unattributed: ArticleRow[] = []
  for (let start = 0; start < counts.articles.length; start += 1024) {
    yield
    addArticles(start, Math.min(counts.articles.length, start + 1024))
  }
  const ofWhom = found && hasConditions(query) ? undefined : found?.entities
  const sources = yield* leftSources(index, left, counts, ofWhom)
  const suggestions = suggestionsLeft(index, sources)
  return {
    index,
    filter,
    rows,
    articles,
    kinds: counts.kinds,
    distinctQuotes: counts.distinct,
    sources,
    suggestions,
    unattributed,
    unattributedQuotes: counts.unattributed,
    reuse: found ? quotes.reuse.filter((_, group) => counts.groups[group] === 1) : quotes.reuse,
    marks: yield* markView(allMarks, query, inFacetsOf(index, query)),
    allMarks
  }

  function addArticles(from: number, to: number): void {
    for (let article = from; article < to; article++) {
      if (counts.articles[article] === noneLeft) continue
      articles.push(articleRow(article, allLeft))
      if (counts.articles[article] === unattributedLeft) unattributed.push(articleRow(article, unattributedOnly))
    }
  }
}

/** The suggestions of which at least two sources are left. */
function suggestionsLeft(
  { links, suggestions }: FolderIndex,
  sources: readonly SourceRow[]
): readonly (readonly SourceRow[])[] {
  /** By link, its index in `sources`; -1 for one that is not left. */
  const places = new Int32Array(links.length).fill(-1)
  for (let place = 0; place < sources.length; place++) places[sources[place]!.link] = place
  return suggestions
    .map((group) => group.flatMap((link) => sources[places[link]!] ?? []))
    .filter((group) => group.length > 1)
}

/** By a quote's number, 1 where it is listed and left. */
function quotesLeft({ quotes }: FolderIndex, found: Found | undefined): Uint8Array {
  if (!found) return quotes.listed
  const left = found.quotes.slice()
  for (let number = 0; number < left.length; number++) left[number]! &= quotes.listed[number]!
  return left
}

/** Which rows of the corpus's entities are listed. */
function* rowsLeft(
  index: FolderIndex,
  { facets: { types } }: FilterQuery,
  found: Found | undefined
): Steps<Uint8Array> {
  const rows = index.rows.slice()
  if (!found) return rows
  const wanted = (kinds: readonly EntityKind[]) =>
    kinds.reduce((sum, kind) => sum | (types.length === 0 || types.includes(kind) ? rowsOfKind(kind) : 0), 0)
  const kept = Uint8Array.from(entityTypes, (type) => wanted(type === 'place' ? ['place', 'acting-place'] : [type]))
  const columns = yield* entityColumns(index)
  keepRows(rows, found.entities, kept, columns)
  return rows
}

function keepRows(rows: Uint8Array, found: Uint8Array, kept: Uint8Array, { types }: EntityColumns): void {
  for (let entity = 0; entity < rows.length; entity++) rows[entity]! &= found[entity]! * kept[types[entity]!]!
}

/** Whether the facets leave a decision: by its article, and by the quote that its words are in. */
function inFacetsOf(
  index: FolderIndex,
  { facets }: FilterQuery
): ((decision: InArticle<Decision>) => boolean) | undefined {
  if (!hasFacets(facets)) return undefined
  const isIn = articlesIn(facets)
  const known = new Map<number, (target: readonly Span[]) => boolean>()
  return ({ article, decision: { target } }) => {
    const source = index.folder.articles[article]
    if (!source) return false
    const isLeft = known.get(article) ?? (isIn(source) ? wordsInFacets(source, facets) : () => false)
    known.set(article, isLeft)
    return isLeft(target)
  }
}
