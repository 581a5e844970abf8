import {
  digestQuotes,
  digestWords,
  entityCounts,
  quoteFacts,
  type ArticleDigest,
  type CorpusEntity
} from '../../corpus'
import { sortInSteps } from '../../util/sortInSteps'
import { compareText } from '../entityEntries'
import type { EntityKind } from '../../protocol/sidebar'
import type { FolderSnapshot } from '../../workspace/folderArticle'
import { quoteTable, type QuoteTable } from './quoteTable'

/** An entry of Actors or Places: a folder's entity, of a place only what acts or only the rest. `entity` indexes the corpus's entities. */
export interface EntityRow {
  readonly entity: number
  readonly name: string
  readonly kind: EntityKind
  readonly mentions: number
  readonly articles: number
  /** The same one again counted once. */
  readonly quotes: number
}

/** A source. */
export interface LinkRow {
  readonly entity: number
  readonly kind: EntityKind
  /** Listed ones, by their number in the folder, in order. */
  readonly quotes: readonly number[]
  /** The same one again counted once. */
  readonly distinct: number
  readonly words: number
}

/**
 * All that the folder's lists are made of but their words: a few numbers each for hundreds of thousands of entities and
 * quotes. Quotes are numbered through the folder in order of article and position.
 */
export interface FolderIndex {
  readonly folder: FolderSnapshot
  readonly showAttitudes: boolean
  /** By an article's id its place in the folder. */
  readonly numbers: ReadonlyMap<string, number>
  readonly words: number
  readonly attitudes: number
  readonly quotes: QuoteTable
  /** Most mentioned first. */
  readonly entities: readonly EntityRow[]
  /** Those with the most quotes first. */
  readonly links: readonly LinkRow[]
  /** Sources that may be one: indexes of `links`, the largest group first. */
  readonly suggestions: readonly (readonly number[])[]
  /** How many mentions of a kind an article's entity has. */
  readonly countOf: (article: number, entity: string, kind: EntityKind) => number
}

/** Counts and sorts in small steps, from the articles' digests: no analysis is unpacked. */
export function* folderIndex(
  folder: FolderSnapshot,
  showAttitudes: boolean
): Generator<undefined, FolderIndex, undefined> {
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
  const quotes = yield* quoteTable(digests, numbers, corpus.reuse, showAttitudes)
  const entities: EntityRow[] = []
  const links: LinkRow[] = []
  for (const [index, entity] of corpus.entities.entries()) {
    if (index % 16 === 0) yield
    const link = linkRow(entity, index)
    if (link) links.push(link)
    entities.push(...entityRows(entity, index, link?.distinct ?? 0))
  }

  function linkRow(entity: CorpusEntity, index: number): LinkRow | undefined {
    const spoken = entity.quotes.flatMap(
      ({ article, quote }) => quotes.numberOf(numbers.get(article) ?? -1, quote) ?? []
    )
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
      const counts = entityCounts(digest, entity)
      add(acting, article, counts.acting)
      add(other, article, counts.other)
      add(all, article, counts.acting + counts.other)
    }
    const row = (kind: EntityKind, { mentions, articles: mentioning }: Tally, quoted: number): readonly EntityRow[] =>
      mentions === 0 ? [] : [{ entity: index, name, kind, mentions, articles: mentioning, quotes: quoted }]
    return type === 'place'
      ? [...row('acting-place', acting, spoken), ...row('place', other, 0)]
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
  return {
    folder,
    showAttitudes,
    numbers,
    words,
    attitudes,
    quotes,
    entities: byCount,
    links: ranked,
    suggestions: yield* suggestionsOf(folder, ranked),
    countOf(article, entity, kind) {
      const digest = digests[article]
      if (!digest) return 0
      const { acting, other } = entityCounts(digest, entity)
      return kind === 'acting-place' ? acting : kind === 'place' ? other : acting + other
    }
  }
}

interface Tally {
  mentions: number
  articles: number
  last: number
}

function tally(): Tally {
  return { mentions: 0, articles: 0, last: -1 }
}

/** Articles come in order, so that each is counted once. */
function add(tally: Tally, article: number, mentions: number): void {
  if (mentions === 0) return
  tally.mentions += mentions
  if (tally.last !== article) tally.articles++
  tally.last = article
}

/** Those of whom at least two are listed. */
function* suggestionsOf(
  { corpus }: FolderSnapshot,
  links: readonly LinkRow[]
): Generator<undefined, readonly (readonly number[])[], undefined> {
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
