import { factKeys } from '../../analysis'
import { entityCounts, type CorpusEntity } from '../../corpus'
import type { EntryStatus, ListHead, ListRow, RowTarget } from '../../protocol/sidebar'
import { articleEntry, articleTitle } from '../articleEntry'
import { clipped } from '../clipped'
import { quoteEntry } from '../quoteEntries'
import type { ArticleRow } from '../../study/articleRow'
import { describedMembers, describeEntity, membersOf } from '../../study/entityDescriptions'
import type { FolderView } from '../../study/folderView'
import type { SourceRow } from '../../study/leftSources'
import { toldFromNamesakes } from '../../study/namesakes'
import type { NameRow } from './nameRows'
import { articlesOf, kindsOf } from './sourceRows'

const mostAliases = 12

export function nameRow(
  view: FolderView,
  { entity, kind, mentions, acting, quotes, articles }: NameRow
): ListRow | undefined {
  const { folder } = view.index
  const found = folder.corpus.entities[entity]
  if (!found) return undefined
  const key = folderEntryKey(found.id)
  const described = describeFromArticles(view, entity)
  const target = described.target ?? { uri: found.members[0]?.article ?? '', start: 0, end: 0 }
  return {
    kind: 'entity',
    key,
    target,
    opens: { list: { kind: 'mentions', entity: found.id }, total: articles },
    entity: {
      key,
      name: clipped(found.name),
      kind,
      named: found.named,
      description: distinguishing(view, entity) || described.description,
      aliases: described.aliases,
      mentions,
      ...(acting > 0 && { acting }),
      quotes,
      articles,
      first: { article: -1, start: target.start, end: target.end, line: 0 },
      ...identified(found)
    }
  }
}

/** An entity's description and aliases from its first articles, and the place of its first mention. */
function describeFromArticles(
  view: FolderView,
  entity: number
): { readonly description: string; readonly aliases: readonly string[]; readonly target: RowTarget | undefined } {
  const name = view.index.folder.corpus.entities[entity]?.name ?? ''
  const members = describedMembers(view.index, entity)
  const aliases = new Set(members.flatMap(({ known }) => [known.name, ...known.aliases]))
  aliases.delete(name)
  const [member] = members
  const first = member?.known.first
  return {
    description: clipped(describeEntity(view.index, entity)),
    aliases: [...aliases].slice(0, mostAliases).map(clipped),
    target: member && first ? { uri: member.source.id, ...first } : undefined
  }
}

/** How often an entity is mentioned in the articles that mention it, by index of the folder's articles; `entity` of `Corpus.entities`. */
export function mentionsByArticle(view: FolderView, entity: number): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const { article, source, member } of membersOf(view.index, entity)) {
    const { acting, other } = entityCounts(source.digest, member.entity)
    // Somebody whom a researcher has named as a source need not be mentioned there.
    if (acting + other > 0) counts.set(article, (counts.get(article) ?? 0) + acting + other)
  }
  return counts
}

export function articleRow({ index: { folder } }: FolderView, { article, quotes }: ArticleRow): ListRow | undefined {
  const source = folder.articles[article]
  return (
    source && {
      kind: 'article',
      key: source.id,
      article: articleEntry(source),
      opens: { list: { kind: 'unattributedIn', article: source.id }, total: quotes.length }
    }
  )
}

/**
 * The row of a quote; `number` is of the `QuoteTable`. `by` says whether the speaker or the words of the source are
 * shown.
 */
export function quoteRow(
  { index: { folder, quotes } }: FolderView,
  number: number,
  by: 'speaker' | 'source'
): Extract<ListRow, { readonly kind: 'quote' }> {
  const { article, quote } = quotes.placeOf(number)
  const source = folder.articles[article]!
  const entry = quoteEntry(source, quote, article)!
  return {
    kind: 'quote',
    key: entry.key,
    uri: source.id,
    article: '',
    by,
    opens: null,
    quote: {
      ...entry,
      cue: clipped(entry.cue),
      source: clipped(entry.source),
      speaker: clipped(entry.speaker),
      reuseGroup: quotes.groupOf(number),
      times: quotes.timesOf(number)
    }
  }
}

export function reuseRow(view: FolderView, quotes: readonly number[]): ListRow {
  const { article, quote } = view.index.quotes.placeOf(quotes[0]!)
  const row = quoteRow(view, quotes[0]!, 'speaker')
  const source = view.index.folder.articles[article]!
  return {
    ...row,
    opens: {
      list: { kind: 'reuseOf', article: source.id, quote: factKeys(source).quotes[quote] ?? '' },
      total: quotes.length
    }
  }
}

export function sourceRow(view: FolderView, { link, quotes, count }: SourceRow): ListRow | undefined {
  const { links, folder, quotes: table } = view.index
  const { entity, kind } = links[link]!
  const found = folder.corpus.entities[entity]
  if (!found) return undefined
  const key = folderEntryKey(found.id)
  const opens: ListHead = { list: { kind: 'source', entity: found.id }, total: quotes.length }
  return {
    kind: 'source',
    key,
    opens,
    source: {
      name: clipped(found.name),
      kind,
      named: found.named,
      count,
      articles: articlesOf(view, quotes),
      kinds: kindsOf(view, quotes),
      ...identified(found),
      share: table.all.words === 0 ? 0 : table.count(quotes).words / table.all.words,
      description: distinguishing(view, entity) || clipped(describeEntity(view.index, entity))
    }
  }
}

/** Somebody said who it is: then it is decided in every article. */
function identified({ identity }: Pick<CorpusEntity, 'identity'>): { readonly status?: EntryStatus } {
  return identity === undefined ? {} : { status: { state: 'decided', by: [], codes: [], memo: '', markedBy: [] } }
}

/** The row of a source in a suggestion: all have the same description, so each is called after its article. */
export function articleOfSource(view: FolderView, row: SourceRow): ListRow | undefined {
  const made = sourceRow(view, row)
  const number = row.quotes[0]
  if (made?.kind !== 'source' || number === undefined) return made
  return { ...made, source: { ...made.source, name: titleOf(view, number), description: '', named: true } }
}

/** What tells an entity from others of its name or description; "" where there are none. */
function distinguishing(view: FolderView, entity: number): string {
  return distinguishingArticle(view, entity) || clipped(toldFromNamesakes(view.index, entity))
}

/** The title of an unnamed entity's only article, to distinguish it from others of the same description; "" for other entities. */
function distinguishingArticle({ index: { folder, numbers } }: FolderView, entity: number): string {
  const { named = true, members = [] } = folder.corpus.entities[entity] ?? {}
  const source = members.length === 1 && !named ? folder.articles[numbers.get(members[0]!.article) ?? -1] : undefined
  return source ? articleTitle(source) : ''
}

export function suggestionRow(view: FolderView, group: readonly SourceRow[]): ListRow | undefined {
  const { links, folder } = view.index
  const { entity } = links[group[0]!.link]!
  const found = folder.corpus.entities[entity]
  return (
    found && {
      kind: 'suggestion',
      key: folderEntryKey(found.id),
      name: clipped(found.name),
      opens: { list: { kind: 'suggestion', entity: found.id }, total: group.length }
    }
  )
}

/** The key of a source or name in the folder's lists; `id` is of `Corpus.entities`. */
export function folderEntryKey(id: string): string {
  return `entity ${id}`
}

/** The id of a source in `Corpus.entities`. */
export function sourceId({ index: { links, folder } }: FolderView, { link }: SourceRow): string | undefined {
  return folder.corpus.entities[links[link]!.entity]?.id
}

/** What the article of a quote is called, by the quote's number. */
export function titleOf({ index: { folder, quotes } }: FolderView, number: number): string {
  const source = folder.articles[quotes.placeOf(number).article]
  return source ? articleTitle(source) : ''
}
