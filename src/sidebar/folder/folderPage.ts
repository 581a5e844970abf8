import type { EntityReference } from '../../corpus'
import { firstIndex } from '../../util/binarySearch'
import { articleEntry } from '../articleLists'
import { describe, entryKey } from '../entityEntries'
import { mentionEntries } from '../entityMentions'
import {
  pageLength,
  type EntityKind,
  type ListHead,
  type ListPage,
  type ListRow,
  type RowTarget
} from '../../protocol/sidebar'
import { quoteEntry } from '../quoteEntries'
import type { FolderArticle } from '../../workspace/folderArticle'
import type { EntityRow } from './folderIndex'
import type { ArticleRow, FolderView, SourceRow } from './folderView'

/*
 * Names of lists: a word, then numbers that say which one, then a key that makes another name of it when the folder has
 * changed. Numbers hold for one revision alone; the webview tells names apart and nothing else.
 */

/** An entry is described by what so few of its articles say: the most that may have to be unpacked for a row. */
const mostDescribing = 3
/** What is longer than any name or description in use only makes messages long. UTF-16 units. */
const longest = 200
const mostAliases = 12

export const listNames = {
  places: 'places',
  quotes: 'quotes',
  links: 'links',
  suggested: 'suggested',
  unattributed: 'unattributed',
  repeated: 'repeated'
} as const

export function actorsList(kind: EntityKind): string {
  return `actors ${kind}`
}

/** Where the rows of a list come from: how many there are, and how each is made. */
interface ListRows {
  readonly of: number
  readonly row: (index: number) => ListRow | undefined
}

/** The rows from `from` on, one step each; undefined for a list that there is not. */
export function* folderPage(
  view: FolderView,
  list: string,
  from: number
): Generator<undefined, ListPage | undefined, undefined> {
  const rows = listRows(view, list)
  if (!rows) return undefined
  const made: ListRow[] = []
  for (let index = from; index < Math.min(rows.of, from + pageLength); index++) {
    yield
    const row = rows.row(index)
    if (row) made.push(row)
  }
  return { list, from, rows: made }
}

function listRows(view: FolderView, list: string): ListRows | undefined {
  const [name = '', first = '', second = ''] = list.split(' ')
  const { articles } = view.index.folder
  const of = <T>(items: readonly T[] | undefined, row: (item: T) => ListRow | undefined): ListRows | undefined =>
    items && { of: items.length, row: (index) => (items[index] === undefined ? undefined : row(items[index])) }
  switch (name) {
    case 'actors':
      return of(first === 'place' ? undefined : view.entities[first as EntityKind], (row) => entityRow(view, row))
    case 'places':
      return of(view.entities.place, (row) => entityRow(view, row))
    case 'mentions':
      return mentionRows(view, Number(first), second as EntityKind)
    case 'mentionsIn': {
      const [, , , article = ''] = list.split(' ')
      return mentionsIn(view, Number(first), second as EntityKind, Number(article))
    }
    case 'quotes':
      return of(view.articles, (row) => articleRow(view, 'quotesIn', row))
    case 'quotesIn':
      return of(quotesOf(view.articles, Number(first)), (number) => quoteRow(view, number, 'speaker'))
    case 'unattributed':
      return of(view.unattributed, (row) => articleRow(view, 'unattributedIn', row))
    case 'unattributedIn':
      return of(quotesOf(view.unattributed, Number(first)), (number) => quoteRow(view, number, 'source'))
    case 'links':
      return of(view.sources, (row) => sourceRow(view, row))
    case 'source':
      return of(sourceQuotes(view, Number(first)), (number) => ({
        ...quoteRow(view, number, 'source'),
        article: articles.length > 1 ? articleName(view, number) : ''
      }))
    case 'suggested':
      return of(
        view.suggestions.map((group, index) => ({ group, index })),
        ({ group, index }) => suggestionRow(view, group, index)
      )
    case 'suggestion':
      return of(view.suggestions[Number(first)], (row) => articleOfSource(view, row))
    case 'repeated':
      return of(
        view.repeated.map(({ quotes }) => quotes),
        (quotes) => repeatedRow(view, quotes)
      )
    case 'again':
      return of(view.index.quotes.repeated[Number(first)]?.quotes, (number) => ({
        ...quoteRow(view, number, 'source'),
        article: articleName(view, number)
      }))
    default:
      return undefined
  }
}

function entityRow(view: FolderView, { entity, kind, mentions, articles, quotes }: EntityRow): ListRow | undefined {
  const { folder } = view.index
  const found = folder.corpus.entities[entity]
  if (!found) return undefined
  const key = entryKey(kind, idOf(view, entity))
  const told = describing(view, entity, kind)
  const target = told.target ?? { uri: found.members[0]?.article ?? '', start: 0, end: 0 }
  return {
    kind: 'entity',
    key,
    target,
    opens: { list: `mentions ${entity} ${kind} ${key}`, of: articles },
    entity: {
      key,
      name: clipped(found.name),
      kind,
      named: found.named,
      description: onlyArticle(view, entity) || told.description,
      aliases: told.aliases,
      mentions,
      quotes,
      articles,
      first: { article: -1, start: target.start, end: target.end, line: 0 }
    }
  }
}

/** What the first articles say of an entity, and where the first mention of the kind is. */
function describing(
  view: FolderView,
  entity: number,
  kind: EntityKind
): { readonly description: string; readonly aliases: readonly string[]; readonly target: RowTarget | undefined } {
  const found = view.index.folder.corpus.entities[entity]
  const members = membersWith(view, entity, kind, mostDescribing).flatMap(({ source, member }) => {
    const known = source.analysis.entities.find(({ id }) => id === member.entity)
    return known ? { source, entity: known } : []
  })
  const aliases = new Set(members.flatMap(({ entity: { name, aliases: others } }) => [name, ...others]))
  aliases.delete(found?.name ?? '')
  const first = members[0] && mentionEntries(members[0].source, members[0].entity, kind)[0]
  return {
    description: clipped(
      describe({
        base: '',
        name: found?.name ?? '',
        named: found?.named ?? false,
        members: members.map(({ entity: known }) => ({ article: -1, entity: known }))
      })
    ),
    aliases: [...aliases].slice(0, mostAliases).map(clipped),
    target: first && { uri: members[0]!.source.id, start: first.start, end: first.end }
  }
}

interface Member {
  readonly article: number
  readonly source: FolderArticle
  readonly member: EntityReference
}

/** The first articles' entities that have a mention of the kind. */
function membersWith(view: FolderView, entity: number, kind: EntityKind, most = Infinity): readonly Member[] {
  const { folder, numbers, countOf } = view.index
  const found: Member[] = []
  for (const member of folder.corpus.entities[entity]?.members ?? []) {
    if (found.length >= most) break
    const article = numbers.get(member.article) ?? -1
    const source = folder.articles[article]
    if (source && countOf(article, member.entity, kind) > 0) found.push({ article, source, member })
  }
  return found
}

function mentionRows(view: FolderView, entity: number, kind: EntityKind): ListRows | undefined {
  const counts = new Map<number, number>()
  for (const { article, member } of membersWith(view, entity, kind))
    counts.set(article, (counts.get(article) ?? 0) + view.index.countOf(article, member.entity, kind))
  const articles = [...counts]
  return {
    of: articles.length,
    row(index) {
      const [article, count] = articles[index]!
      const source = view.index.folder.articles[article]!
      return {
        kind: 'article',
        key: source.id,
        article: articleEntry(source),
        opens: { list: `mentionsIn ${entity} ${kind} ${article} ${idOf(view, entity)} ${source.id}`, of: count }
      }
    }
  }
}

function mentionsIn(view: FolderView, entity: number, kind: EntityKind, article: number): ListRows | undefined {
  const source = view.index.folder.articles[article]
  const wanted = view.index.folder.corpus.entities[entity]
  if (!source || !wanted) return undefined
  const mentions = source.analysis.entities
    .filter(({ id }) => view.index.folder.corpus.entityOf({ article: source.id, entity: id }) === wanted)
    .flatMap((known) => mentionEntries(source, known, kind))
    .sort((a, b) => a.start - b.start)
  return {
    of: mentions.length,
    row: (index) => ({
      kind: 'mention',
      key: mentions[index]!.key,
      uri: source.id,
      mention: { ...mentions[index]!, surface: clipped(mentions[index]!.surface) }
    })
  }
}

function articleRow(
  { index: { folder } }: FolderView,
  list: string,
  { article, quotes }: ArticleRow
): ListRow | undefined {
  const source = folder.articles[article]
  return (
    source && {
      kind: 'article',
      key: source.id,
      article: articleEntry(source),
      opens: { list: `${list} ${article} ${source.id}`, of: quotes.length }
    }
  )
}

function quoteRow(
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
      repeated: quotes.groupOf(number),
      times: quotes.timesOf(number)
    }
  }
}

function repeatedRow(view: FolderView, quotes: readonly number[]): ListRow {
  const group = view.index.quotes.groupOf(quotes[0]!)
  const row = quoteRow(view, quotes[0]!, 'speaker')
  return { ...row, opens: { list: `again ${group} ${row.key}`, of: quotes.length } }
}

function sourceRow(view: FolderView, { link, quotes, count }: SourceRow): ListRow | undefined {
  const { links, folder, quotes: table } = view.index
  const { entity, kind, words } = links[link]!
  const found = folder.corpus.entities[entity]
  if (!found) return undefined
  const key = entryKey(kind, idOf(view, entity))
  const opens: ListHead = { list: `source ${link} ${key}`, of: quotes.length }
  const members = folder.corpus.entities[entity]!.members.slice(0, mostDescribing).flatMap(
    ({ article, entity: id }) =>
      folder.articles[view.index.numbers.get(article) ?? -1]?.analysis.entities.find((known) => known.id === id) ?? []
  )
  return {
    kind: 'source',
    key,
    opens,
    source: {
      name: clipped(found.name),
      kind,
      named: found.named,
      count,
      share: table.all.words === 0 ? 0 : words / table.all.words,
      description:
        onlyArticle(view, entity) ||
        clipped(
          describe({
            base: '',
            name: found.name,
            named: found.named,
            members: members.map((known) => ({ article: -1, entity: known }))
          })
        )
    }
  }
}

/** Below the description that sources share, each goes by its article. */
function articleOfSource(view: FolderView, row: SourceRow): ListRow | undefined {
  const made = sourceRow(view, row)
  const number = row.quotes[0]
  if (made?.kind !== 'source' || number === undefined) return made
  return { ...made, source: { ...made.source, name: articleName(view, number), description: '', named: true } }
}

/** What tells an unnamed one from others that are called the same: its article. */
function onlyArticle({ index: { folder, numbers } }: FolderView, entity: number): string {
  const { named = true, members = [] } = folder.corpus.entities[entity] ?? {}
  const source = members.length === 1 && !named ? folder.articles[numbers.get(members[0]!.article) ?? -1] : undefined
  return source ? articleEntry(source).name : ''
}

function suggestionRow(view: FolderView, group: readonly SourceRow[], place: number): ListRow {
  const { links, folder } = view.index
  const { entity, kind } = links[group[0]!.link]!
  const key = entryKey(kind, idOf(view, entity))
  return {
    kind: 'suggestion',
    key,
    name: clipped(folder.corpus.entities[entity]?.name ?? ''),
    opens: { list: `suggestion ${place} ${key}`, of: group.length }
  }
}

/** The id of one of the corpus's entities. */
function idOf({ index: { folder } }: FolderView, entity: number): string {
  return folder.corpus.entities[entity]?.id ?? ''
}

function quotesOf(rows: readonly ArticleRow[], article: number): readonly number[] | undefined {
  return foundBy(rows, article, (row) => row.article)?.quotes
}

function sourceQuotes({ sources }: FolderView, link: number): readonly number[] | undefined {
  return foundBy(sources, link, (row) => row.link)?.quotes
}

/** Among rows in ascending order of what is looked for. */
function foundBy<T>(rows: readonly T[], wanted: number, valueOf: (row: T) => number): T | undefined {
  const row = rows[firstIndex(rows.length, (index) => valueOf(rows[index]!) >= wanted)]
  return row !== undefined && valueOf(row) === wanted ? row : undefined
}

function articleName({ index: { folder, quotes } }: FolderView, number: number): string {
  const source = folder.articles[quotes.placeOf(number).article]
  return source ? articleEntry(source).name : ''
}

function clipped(text: string): string {
  return text.length <= longest
    ? text
    : `${text
        .slice(0, longest)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}\u2026`
}
