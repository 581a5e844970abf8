import {
  nameTypes,
  pageLength,
  type CodeEntry,
  type FolderState,
  type ListAddress,
  type ListHead,
  type ListRow,
  type NameType,
  type SidebarStrings,
  type SourceOrder
} from '../../protocol/sidebar'
import { isActive, type Filter } from '../shared/filter'
import { codesOf, codingNode, reviewNode, reviewNodes } from './codeRows'
import { entityColumns } from './columns'
import { fileOf, titleOf } from './labels'
import type { FolderPages, KnownPage } from './pages'
import { allQuotesNode, toCheck } from './partNodes'
import type { EntityColumns, NodeContent, Part, TreeNode } from './treeNodes'

/** What the folder's tree is computed from. */
export interface FolderTreeInput {
  readonly state: FolderState
  /** Those that are used in it, by their ids. */
  readonly codes: ReadonlyMap<string, CodeEntry>
  readonly strings: SidebarStrings
  readonly filter: Filter
  /** What sources are sorted by. */
  readonly order: SourceOrder
  /** The types of names that are shown; none for all. */
  readonly types: readonly NameType[]
  /** The pages that the host has sent so far. */
  readonly pages: FolderPages
  /** The number of the present state (`Model.generation`). */
  readonly generation: number
}

/** The folder's lists in parts. Neighbouring rows that have not been loaded are one tall `pending` row. */
export function folderParts(input: FolderTreeInput): readonly Part[] {
  const { state, strings, order, types } = input
  const { sources, names } = state.tallies
  return [
    {
      id: 'sources',
      label: strings.sources,
      help: strings.sourcesHelp,
      ...sources,
      nothing: strings.noSources,
      nodes: [
        ...nodesOf(input, { list: { kind: 'sources', order }, total: sources.count }, 'sources'),
        ...belowSources(input)
      ]
    },
    {
      id: 'names',
      label: strings.names,
      help: strings.namesHelp,
      ...names,
      nothing: strings.noNames,
      types: state.names,
      nodes: nodesOf(input, { list: { kind: 'names', types }, total: countOf(state, types) }, 'names')
    },
    markPart(input)
  ]
}

function countOf({ names }: FolderState, types: readonly NameType[]): number {
  return (types.length === 0 ? nameTypes : types).reduce((sum, type) => sum + names[type], 0)
}

function markPart(input: FolderTreeInput): Part {
  const { state, strings } = input
  const { codes = [], review, tallies } = state
  const waiting = review?.total ?? 0
  return {
    id: 'marks',
    label: strings.marks,
    help: strings.marksHelp,
    count: (tallies.codes?.count ?? 0) + (tallies.review?.count ?? 0),
    total: (tallies.codes?.total ?? 0) + (tallies.review?.total ?? 0),
    ...(waiting > 0 && { badge: toCheck(waiting, strings) }),
    nothing: strings.nothingToCheck,
    nodes: [
      ...(review ? reviewNodes(waiting, strings, () => nodesOf(input, review, 'review')) : []),
      ...codeNodes(input, codes)
    ]
  }
}

function codeNodes(input: FolderTreeInput, codes: NonNullable<FolderState['codes']>): readonly TreeNode[] {
  return codes.flatMap(({ code: id, count, opens }): TreeNode | [] => {
    const code = input.codes.get(id)
    if (!code) return []
    const key = `code ${id}`
    return { key, content: { kind: 'code', code, count }, children: () => nodesOf(input, opens, key) }
  })
}

/** Unnamed sources that may be the same (never joined: the reader decides), quotes without a source, and the way to all quotes. */
function belowSources(input: FolderTreeInput): readonly TreeNode[] {
  const { state, strings, filter } = input
  const question = { icon: 'question' } as const
  const groups = [
    state.suggested.total > 0 &&
      group(input, 'sources suggested', strings.suggested, state.suggested, false, {
        ...question,
        title: strings.suggestedHelp
      }),
    state.unattributed.total > 0 &&
      group(input, 'sources none', strings.noSource, state.unattributed, isActive(filter), {
        ...question,
        count: state.unattributedQuotes
      }),
    state.reuse.total > 0 &&
      group(input, 'sources again', strings.reuse, state.reuse, false, { icon: 'copy', title: strings.reuseHelp }),
    state.tallies.quotes.count > 0 && allQuotesNode(state.tallies.quotes.count, state.filter, strings)
  ]
  return groups.filter((node) => node !== false)
}

function group(
  input: FolderTreeInput,
  key: string,
  label: string,
  opens: ListHead,
  isOpen: boolean,
  options: Pick<Extract<NodeContent, { readonly kind: 'group' }>, 'title'> & {
    readonly icon?: 'question' | 'copy'
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
          isTall: isTall(head.list),
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

/** Whether rows take several lines. */
function isTall({ kind }: ListAddress): boolean {
  return ['unattributedIn', 'source', 'sources', 'reuse', 'reuseOf', 'review'].includes(kind)
}

function rowNode(
  input: FolderTreeInput,
  row: ListRow,
  columns: EntityColumns,
  parent: string,
  isAlone: boolean
): TreeNode {
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
        ...opening(row.opens, `${parent} ${row.key}`, isAlone || (parent === 'sources none' && isActive(filter)))
      }
    case 'mention':
      return {
        key: `${parent} ${row.key}`,
        content,
        target: { uri: row.uri, start: row.mention.start, end: row.mention.end }
      }
    case 'source':
      return {
        content,
        peek: { list: row.opens.list },
        ...opening(row.opens, `${parent} ${row.key}`, isActive(filter))
      }
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

/** Of the first rows that have come: those with the most mentions come first. */
function columnsOf(first: KnownPage | undefined, locale: string): EntityColumns {
  const rows = first?.rows ?? []
  return entityColumns(
    rows.flatMap((row) => (row.kind === 'entity' ? row.entity : [])),
    locale
  )
}

function contentOf(input: FolderTreeInput, row: ListRow, columns: EntityColumns): NodeContent {
  switch (row.kind) {
    case 'entity':
      return {
        kind: 'entity',
        entity: row.entity,
        codes: codesOf(row.entity.status, input.codes),
        columns
      }
    case 'article':
      return {
        kind: 'group',
        label: titleOf(row.article),
        help: '',
        title: fileOf(row.article),
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
        elsewhereArticles: 0,
        most: input.state.mostQuotes,
        isOfFolder: true
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
