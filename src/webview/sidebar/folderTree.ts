import {
  pageLength,
  type CodeEntry,
  type FolderState,
  type ListAddress,
  type ListHead,
  type ListRow,
  type SidebarStrings
} from '../../protocol/sidebar'
import { isActive, type Filter } from '../shared/filter'
import { format, number } from '../shared/format'
import { codesOf, codingNode, reviewNode } from './codeRows'
import { entityColumns, longest } from './columns'
import { actorLabel } from './labels'
import type { FolderPages, KnownPage } from './pages'
import type { EntityColumns, NodeContent, SectionId, SourceColumns, TreeNode } from './treeNodes'

/** What the folder's tree is computed from. */
export interface FolderTreeInput {
  readonly state: FolderState
  /** Those that are used in it, by their ids. */
  readonly codes: ReadonlyMap<string, CodeEntry>
  readonly strings: SidebarStrings
  readonly filter: Filter
  /** The pages that the host has sent so far. */
  readonly pages: FolderPages
  /** The number of the present state (`Model.generation`). */
  readonly generation: number
}

/** The folder's lists as one tree of sections. Neighbouring rows that have not been loaded are one tall `pending` row. */
export function folderTree(input: FolderTreeInput): readonly TreeNode[] {
  const { state, strings } = input
  const { tallies } = state
  const kinds = format(
    strings.kindsOfQuotes,
    ...[state.kinds.direct, state.kinds.mixed, state.kinds.indirect].map((count) => number(count, strings.locale))
  )
  const { codes, review } = state
  const sections: readonly (TreeNode | false)[] = [
    review !== undefined &&
      review.total > 0 &&
      section(state, 'review', strings.review, strings.reviewHelp, () => nodesOf(input, review, 'review')),
    section(state, 'actors', strings.actors, strings.actorsHelp, () =>
      state.actors.map(({ kind, opens }) => group(input, `actors ${kind}`, actorLabel(kind, strings), opens, true))
    ),
    section(state, 'places', strings.places, strings.placesHelp, () => nodesOf(input, state.places, 'places')),
    section(state, 'quotes', strings.quotes, `${strings.quotesHelp}: ${kinds}`, () =>
      nodesOf(input, state.quotes, 'quotes')
    ),
    section(state, 'links', strings.links, strings.linksHelp, () => [
      ...nodesOf(input, state.links, 'links'),
      ...linksBelow(input)
    ]),
    codes !== undefined &&
      codes.length > 0 &&
      section(state, 'codes', strings.codesOfFolder, strings.codesHelp, () => codeNodes(input, codes)),
    tallies.reuse.total > 0 &&
      section(state, 'reuse', strings.reuse, strings.reuseHelp, () => nodesOf(input, state.reuse, 'reuse'))
  ]
  return sections.filter((node) => node !== false)
}

function section(
  { tallies }: FolderState,
  id: SectionId,
  label: string,
  help: string,
  children: () => readonly TreeNode[]
): TreeNode {
  const { count, total } = tallies[id] ?? { count: 0, total: 0 }
  const content = { kind: 'section', id, label, help, count, total } as const
  return count > 0 ? { key: id, content, children, isOpen: true } : { key: id, content }
}

function codeNodes(input: FolderTreeInput, codes: NonNullable<FolderState['codes']>): readonly TreeNode[] {
  return codes.flatMap(({ code: id, count, opens }): TreeNode | [] => {
    const code = input.codes.get(id)
    if (!code) return []
    const key = `code ${id}`
    return { key, content: { kind: 'code', code, count }, children: () => nodesOf(input, opens, key) }
  })
}

/** Below the sources: unnamed sources that may be the same (never joined: the reader decides), and quotes without a source. */
function linksBelow(input: FolderTreeInput): readonly TreeNode[] {
  const { state, strings } = input
  return [
    ...(state.suggested.total > 0
      ? [
          group(input, 'links suggested', strings.suggested, state.suggested, false, {
            icon: 'question',
            title: strings.suggestedHelp
          })
        ]
      : []),
    ...(state.unattributed.total > 0
      ? [
          group(input, 'links none', strings.noSource, state.unattributed, isActive(input.filter), {
            icon: 'question',
            count: state.unattributedQuotes
          })
        ]
      : [])
  ]
}

function group(
  input: FolderTreeInput,
  key: string,
  label: string,
  opens: ListHead,
  isOpen: boolean,
  options: Pick<Extract<NodeContent, { readonly kind: 'group' }>, 'title'> & {
    readonly icon?: 'question'
    readonly count?: number
  } = {}
): TreeNode {
  return {
    key,
    content: { kind: 'group', label, help: '', count: opens.total, icon: 'none', ...options },
    children: () => nodesOf(input, opens, key),
    isOpen
  }
}

/** The rows of a list: loaded ones, and pending ones in the gaps between the pages. */
function nodesOf(input: FolderTreeInput, head: ListHead, parent: string): readonly TreeNode[] {
  const nodes: TreeNode[] = []
  let at = 0
  const skip = (to: number, isFailed = false) => {
    if (to > at)
      nodes.push({
        key: `${parent} from ${at}`,
        content: {
          kind: 'pending',
          label: isFailed ? input.strings.loadingFailed : input.strings.loading,
          list: head.list,
          from: at,
          count: to - at,
          isTall: isOfQuotes(head.list),
          isFailed
        }
      })
    at = to
  }
  const pages = input.pages.of(head.list)
  const columns = columnsOf(pages[0], input.strings.locale)
  for (const page of pages) {
    if (page.from >= head.total) break
    skip(page.from)
    for (const row of page.rows.slice(0, head.total - at))
      nodes.push({ ...rowNode(input, row, columns, parent, head.total === 1), ...staleOf(input, page, head.list) })
    const end = Math.min(
      head.total,
      page.from + Math.max(page.rows.length, Math.min(pageLength, head.total - page.from))
    )
    if (page.isFailed) skip(end, true)
    // A row that the host could not make still has its place.
    at = end
  }
  skip(head.total)
  return nodes
}

/** A page of an older state is shown until it has come again. */
function staleOf({ generation }: FolderTreeInput, page: KnownPage, list: ListAddress): Pick<TreeNode, 'stale'> {
  return page.generation === generation ? {} : { stale: { list, from: page.from } }
}

function isOfQuotes({ kind }: ListAddress): boolean {
  return ['quotesIn', 'unattributedIn', 'source', 'reuse', 'reuseOf', 'review'].includes(kind)
}

function rowNode(input: FolderTreeInput, row: ListRow, columns: Columns, parent: string, isAlone: boolean): TreeNode {
  const { filter } = input
  const opening = (opens: ListHead, key: string, isOpen: boolean) => ({
    key,
    children: () => nodesOf(input, opens, key),
    isOpen
  })
  const content = contentOf(input, row, columns)
  switch (row.kind) {
    case 'entity':
      return { content, target: row.target, ...opening(row.opens, row.key, false) }
    // The only article of an entity opens with it.
    case 'article':
      return {
        content,
        ...opening(
          row.opens,
          `${parent} ${row.key}`,
          isAlone || ((parent === 'quotes' || parent === 'links none') && isActive(filter))
        )
      }
    case 'mention':
      return {
        key: `${parent} ${row.key}`,
        content,
        target: { uri: row.uri, start: row.mention.start, end: row.mention.end }
      }
    case 'source':
      return { content, ...opening(row.opens, `${parent} ${row.key}`, isActive(filter)) }
    case 'suggestion':
      return { content, ...opening(row.opens, `${parent} ${row.key}`, false) }
    case 'coding':
      return codingNode(row.coding, row.uri, parent)
    case 'review':
      return reviewNode(row.review, row.uri, row.article)
    case 'quote': {
      const node = { content, target: { uri: row.uri, start: row.quote.start, end: row.quote.end } }
      return row.opens
        ? { ...node, ...opening(row.opens, `${parent} > ${row.key}`, false) }
        : { ...node, key: `${parent} > ${row.key}` }
    }
  }
}

interface Columns {
  readonly ofSources: SourceColumns
  readonly ofEntities: EntityColumns
}

/** Of the first rows that have come: those with the most quotes or mentions come first. */
function columnsOf(first: KnownPage | undefined, locale: string): Columns {
  const rows = first?.rows ?? []
  const sources = rows.flatMap((row) => (row.kind === 'source' ? row.source.count : []))
  const entities = rows.flatMap((row) => (row.kind === 'entity' ? row.entity : []))
  return {
    ofSources: { count: longest(sources, locale), elsewhere: 0 },
    ofEntities: entityColumns(entities, locale)
  }
}

function contentOf(input: FolderTreeInput, row: ListRow, columns: Columns): NodeContent {
  switch (row.kind) {
    case 'entity':
      return {
        kind: 'entity',
        entity: row.entity,
        codes: codesOf(row.entity.status, input.codes),
        columns: columns.ofEntities
      }
    case 'article':
      return {
        kind: 'group',
        label: row.article.name,
        help: row.article.folder,
        count: row.opens.total,
        icon: 'article'
      }
    case 'mention':
      return { kind: 'mention', mention: row.mention, codes: codesOf(row.mention.status, input.codes) }
    case 'source':
      return {
        kind: 'source',
        source: row.source,
        status: row.source.status,
        elsewhere: 0,
        columns: columns.ofSources
      }
    case 'suggestion':
      return { kind: 'group', label: row.name, help: '', count: row.opens.total, icon: 'none' }
    case 'quote':
      return {
        kind: 'quote',
        quote: row.quote,
        codes: codesOf(row.quote.status, input.codes),
        by: row.by,
        article: row.article
      }
    case 'coding':
      return { kind: 'coding', coding: row.coding }
    case 'review':
      return { kind: 'review', review: row.review, article: row.article }
  }
}
