import type { LinkEntry, QuoteEntry } from '../sidebar/protocol'
import { isActive, matches, type Filter } from './filter'
import type { TreeInput, TreeNode } from './treeNodes'

/** The sections that are made of quotes. Counts are of what the filter leaves. */
export interface QuoteTree {
  readonly quotes: Listed
  readonly links: Listed
  readonly repeated: Listed
}

interface Listed {
  readonly count: number
  readonly nodes: () => readonly TreeNode[]
}

export function quoteTree(input: TreeInput): QuoteTree {
  const { state, filter } = input
  const found = state.quotes.map((quote) => quoteMatches(filter, quote))
  const inScope = state.quotes.flatMap((_, index) => (index < state.quotesInScope && found[index] ? index : []))
  const links = state.links.flatMap((link) => foundLink(link, filter, found) ?? [])
  const unattributed = state.unattributed.filter((index) => found[index])
  const repeated = state.repeated.filter(({ quotes }) => quotes.some((index) => found[index]))
  return {
    quotes: { count: inScope.length, nodes: () => (state.scope === 'article' ? inScope.map((index) => quoteNode(input, 'quotes', index, 'speaker')) : byArticle(input, inScope)) },
    links: {
      count: links.length,
      nodes: () => [...links.map((link) => linkNode(input, link)), ...unattributedNodes(input, unattributed), ...folderNodes(input)]
    },
    repeated: {
      count: repeated.length,
      nodes: () => repeated.map(({ key, quotes }) => {
        const first = quoteNode(input, key, quotes[0] ?? 0, 'speaker')
        return { ...first, key, children: () => quotes.map((index) => quoteNode(input, key, index, 'source', true)) }
      })
    }
  }
}

interface FoundLink {
  readonly link: LinkEntry
  readonly quotes: readonly number[]
  readonly elsewhere: readonly number[]
}

/** A source that matches keeps all its quotes; else those that match. */
function foundLink(link: LinkEntry, filter: Filter, found: readonly boolean[]): FoundLink | undefined {
  if (!isActive(filter) || matches(filter, [link.name, link.description])) return { link, quotes: link.quotes, elsewhere: link.elsewhere }
  const quotes = link.quotes.filter((index) => found[index])
  const elsewhere = link.elsewhere.filter((index) => found[index])
  return quotes.length + elsewhere.length > 0 ? { link, quotes, elsewhere } : undefined
}

function linkNode(input: TreeInput, { link, quotes, elsewhere }: FoundLink): TreeNode {
  const key = `links ${link.key}`
  const { state, strings } = input
  const own = () => (state.scope === 'article' ? quotes.map((index) => quoteNode(input, key, index, 'source')) : byArticle(input, quotes, key))
  const others = (): readonly TreeNode[] => elsewhere.length === 0 ? [] : [{
    key: `${key} elsewhere`,
    content: { is: 'group', label: strings.otherArticles, help: '', count: elsewhere.length, icon: 'none' },
    children: () => elsewhere.map((index) => quoteNode(input, `${key} elsewhere`, index, 'source', true)),
    isOpen: true
  }]
  return {
    key,
    content: { is: 'source', link, count: quotes.length, elsewhere: elsewhere.length },
    children: () => [...own(), ...others()],
    isOpen: isActive(input.filter)
  }
}

function unattributedNodes(input: TreeInput, indexes: readonly number[]): readonly TreeNode[] {
  if (indexes.length === 0) return []
  const key = 'links none'
  const { state, strings } = input
  return [{
    key,
    content: { is: 'group', label: strings.noSource, help: '', count: indexes.length, icon: 'question' },
    children: () => (state.scope === 'article' ? indexes.map((index) => quoteNode(input, key, index, 'source')) : byArticle(input, indexes, key)),
    isOpen: isActive(input.filter)
  }]
}

/** The way to quotes of other articles, where the folder has not been read. */
function folderNodes({ state, strings, filter }: TreeInput): readonly TreeNode[] {
  if (state.scope === 'folder' || state.folder.is !== 'unread' || isActive(filter)) return []
  return [{ key: 'links analyze', content: { is: 'action', label: strings.analyzeFolderForLinks, command: 'analyzeFolder' } }]
}

function byArticle(input: TreeInput, indexes: readonly number[], parent = 'quotes'): readonly TreeNode[] {
  const { state, filter } = input
  const groups = new Map<number, number[]>()
  for (const index of indexes) {
    const article = state.quotes[index]?.article ?? -1
    const group = groups.get(article)
    if (group) group.push(index)
    else groups.set(article, [index])
  }
  return [...groups].flatMap(([number, quotes]): TreeNode | [] => {
    const article = state.articles[number]
    if (!article) return []
    const key = `${parent} ${article.uri}`
    return {
      key,
      content: { is: 'group', label: article.name, help: article.folder, count: quotes.length, icon: 'article' },
      children: () => quotes.map((index) => quoteNode(input, key, index, parent === 'quotes' ? 'speaker' : 'source')),
      isOpen: isActive(filter) || groups.size === 1 || parent !== 'quotes'
    }
  })
}

function quoteNode({ state }: TreeInput, parent: string, index: number, by: 'speaker' | 'source', namesArticle = false): TreeNode {
  const quote = state.quotes[index]
  if (!quote) return { key: `${parent} ${index}`, content: { is: 'note', label: '' } }
  const article = state.articles[quote.article]
  const occurrences = state.repeated[quote.repeated]?.quotes.length ?? 1
  return {
    key: `${parent} > ${quote.key}`,
    content: { is: 'quote', quote, index, by, article: namesArticle ? (article?.name ?? '') : '', occurrences },
    ...(article && { target: { uri: article.uri, start: quote.start, end: quote.end } })
  }
}

function quoteMatches(filter: Filter, { text, speaker, source, cue }: QuoteEntry): boolean {
  return !isActive(filter) || matches(filter, [text, speaker, source, cue])
}
