import {
  digestQuotes,
  digestWords,
  entityCounts,
  entityNumber,
  quoteFacts,
  type ArticleDigest,
  type CorpusEntity
} from '../corpus'
import { sortInSteps } from '../util/sortInSteps'
import { compareText } from '../util/compareText'
import type { EntityKind } from '../protocol/common'
import type { FolderSnapshot } from '../workspace/folderArticle'
import { entityTable, type EntityTable } from './entityTable'
import { quoteTable, type QuoteTable } from './quoteTable'
import type { Steps } from '../util/steps'

/**
 * An entry of Actors or Places: an entity of the corpus; a place has one row for its acting and one for its other
 * mentions.
 */
export interface EntityRow {
  /** Index of `Corpus.entities`. */
  readonly entity: number
  readonly name: string
  readonly kind: EntityKind
  readonly mentions: number
  /** Number of articles that mention it, of a place whether it acts there or not. */
  readonly articles: number
  /** Number of its quotes, reused ones counted once. */
  readonly quotes: number
}

/** A source: a corpus entity with listed quotes. */
export interface LinkRow {
  /** Index of `Corpus.entities`. */
  readonly entity: number
  readonly kind: EntityKind
  /** Numbers of its listed quotes in the `QuoteTable`, ascending. */
  readonly quotes: readonly number[]
  /** Number of its quotes, reused ones counted once. */
  readonly distinct: number
  /** Number of words of these. */
  readonly words: number
}

/**
 * What the folder's lists are made of, without texts: a few numbers for each of hundreds of thousands of entities and
 * quotes. The quotes of the folder are numbered in order of article and position.
 */
export interface FolderIndex {
  readonly folder: FolderSnapshot
  readonly showAttitudes: boolean
  /** The index in `folder.articles` of each article id. */
  readonly numbers: ReadonlyMap<string, number>
  /** Number of words of all articles. */
  readonly words: number
  /** Number of quotes that are attitudes, listed or not. */
  readonly attitudes: number
  readonly quotes: QuoteTable
  /** Who the articles' entities are. */
  readonly members: EntityTable
  /** By index of `Corpus.entities`, which rows it has: the sum of `actingRow` and `otherRow`, 0 for none. */
  readonly rows: Uint8Array
  /** Most mentioned first. */
  readonly entities: readonly EntityRow[]
  /** Those with the most quotes first. */
  readonly links: readonly LinkRow[]
  /** By index of `Corpus.entities`, its index in `links`; -1 for who is no source. */
  readonly linkOf: Int32Array
  /** Groups of sources that may be the same: indexes of `links`, the largest group first. */
  readonly suggestions: readonly (readonly number[])[]
}

/** The row of those who act: of persons, organizations and groups the only one. */
export const actingRow = 1
/** The row of a place for where it does not act. */
export const otherRow = 2

/** Which rows of an entity a list of a kind may have. */
export function rowsOfKind(kind: EntityKind): number {
  return kind === 'acting-place' ? actingRow : kind === 'place' ? otherRow : actingRow + otherRow
}

/** Makes the index in small steps, from the articles' digests alone, so that no analysis is unpacked. */
export function* folderIndex(folder: FolderSnapshot, showAttitudes: boolean): Steps<FolderIndex> {
  const { articles, corpus } = folder
  const digests: ArticleDigest[] = []
  const numbers = new Map<string, number>()
  let words = 0
  let attitudes = 0
  for (const article of articles) {
    const { digest } = article
    numbers.set(article.id, digests.push(digest) - 1)
    words += digestWords(digest)
    for (let quote = digestQuotes(digest) - 1; quote >= 0; quote--)
      if (quoteFacts(digest, quote)?.isAttitude) attitudes++
    yield
  }
  const quotes = yield* quoteTable(digests, numbers, corpus, showAttitudes)
  const members = entityTable(digests)
  const rows = new Uint8Array(corpus.entities.length)
  const entities: EntityRow[] = []
  const links: LinkRow[] = []
  for (const [index, entity] of corpus.entities.entries()) {
    if (index % 16 === 0) yield
    const link = linkRow(entity, index)
    if (link) links.push(link)
    for (const row of entityRows(entity, index, link?.distinct ?? 0)) {
      entities.push(row)
      rows[index]! |= rowsOfKind(row.kind)
    }
  }

  function linkRow(entity: CorpusEntity, index: number): LinkRow | undefined {
    const spoken = entity.quotes.flatMap(
      ({ article, quote }) => quotes.numberOf(numbers.get(article) ?? -1, quote) ?? []
    )
    spoken.sort((a, b) => a - b)
    return spoken.length === 0
      ? undefined
      : {
          entity: index,
          kind: entity.type === 'place' ? 'acting-place' : entity.type,
          quotes: spoken,
          ...quotes.count(spoken)
        }
  }

  function entityRows(
    { name, type, members: found }: CorpusEntity,
    index: number,
    spoken: number
  ): readonly EntityRow[] {
    const acting = tally()
    const other = tally()
    const all = tally()
    for (const { article: uri, entity } of found) {
      const article = numbers.get(uri) ?? -1
      const digest = digests[article]
      if (!digest) continue
      members.tell(article, entityNumber(entity), index)
      const counts = entityCounts(digest, entity)
      add(acting, article, counts.acting)
      add(other, article, counts.other)
      add(all, article, counts.acting + counts.other)
    }
    const row = (kind: EntityKind, { mentions }: Tally, quoted: number): readonly EntityRow[] =>
      mentions === 0 ? [] : [{ entity: index, name, kind, mentions, articles: all.articles, quotes: quoted }]
    return type === 'place'
      ? [...row('acting-place', acting, spoken), ...row('place', other, acting.mentions === 0 ? spoken : 0)]
      : row(type, all, spoken)
  }

  const byCount = yield* sortInSteps(
    entities,
    (a, b) => b.mentions - a.mentions || b.quotes - a.quotes || compareText(a.name, b.name) || a.entity - b.entity
  )
  const ranked = yield* sortInSteps(
    links,
    (a, b) => b.distinct - a.distinct || b.words - a.words || (a.quotes[0] ?? 0) - (b.quotes[0] ?? 0)
  )
  const linkOf = new Int32Array(corpus.entities.length).fill(-1)
  for (const [link, { entity }] of ranked.entries()) linkOf[entity] = link
  return {
    folder,
    showAttitudes,
    numbers,
    words,
    attitudes,
    quotes,
    members: members.table,
    rows,
    entities: byCount,
    links: ranked,
    linkOf,
    suggestions: yield* suggestionsOf(folder, ranked)
  }
}

/** Counts mentions, and articles with mentions; `last` is the article that was counted last. */
interface Tally {
  mentions: number
  articles: number
  last: number
}

function tally(): Tally {
  return { mentions: 0, articles: 0, last: -1 }
}

/** Articles must be added in order, so that each is counted once. */
function add(tally: Tally, article: number, mentions: number): void {
  if (mentions === 0) return
  tally.mentions += mentions
  if (tally.last !== article) tally.articles++
  tally.last = article
}

/** The suggestions of the corpus of which at least two sources are listed. */
function* suggestionsOf({ corpus }: FolderSnapshot, links: readonly LinkRow[]): Steps<readonly (readonly number[])[]> {
  const wanted = new Set<string>()
  for (const [place, { entities }] of corpus.suggestions.entries()) {
    if (place % 256 === 0) yield
    for (const id of entities) wanted.add(id)
  }
  const places = new Map<string, number>()
  for (const [place, { entity }] of links.entries()) {
    if (place % 256 === 0) yield
    const id = corpus.entities[entity]?.id ?? ''
    if (wanted.has(id)) places.set(id, place)
  }
  const listed: (readonly number[])[] = []
  for (const [place, { entities }] of corpus.suggestions.entries()) {
    if (place % 256 === 0) yield
    const found = entities.flatMap((id) => places.get(id) ?? [])
    if (found.length > 1) listed.push(found)
  }
  return yield* sortInSteps(listed, (a, b) => b.length - a.length || a[0]! - b[0]!)
}
