import type { LinkEntry, ListState, QuoteEntry } from '../sidebar/protocol'
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
    quotes: { count: distinct(state, inScope), nodes: () => (state.scope === 'article' ? inScope.map((index) => quoteNode(input, 'quotes', index, 'speaker')) : byArticle(input, inScope)) },
    links: {
      count: links.length,
      nodes: () => [...links.map((link) => linkNode(input, link)), ...suggestionNodes(input, links), ...unattributedNodes(input, unattributed), ...folderNodes(input)]
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
}

/** How many there are when the same quote again is counted once. */
function distinct({ quotes, repeated }: ListState, indexes: readonly number[]): number {
  if (repeated.length === 0) return indexes.length
  const groups = new Set<number>()
  const alone = indexes.filter((index) => {
    const group = quotes[index]?.repeated ?? -1
    if (group >= 0) groups.add(group)
    return group < 0
  })
  return alone.length + groups.size
}

/** A source that matches keeps all its quotes; else those that match. */
function foundLink(link: LinkEntry, filter: Filter, found: readonly boolean[]): FoundLink | undefined {
  if (!isActive(filter) || matches(filter, [link.name, link.description])) return { link, quotes: link.quotes }
  const quotes = link.quotes.filter((index) => found[index])
  return quotes.length > 0 ? { link, quotes } : undefined
}

function linkNode(input: TreeInput, { link, quotes }: FoundLink, parent = 'links'): TreeNode {
  const key = `${parent} ${link.key}`
  const { state } = input
  const own = () => (state.scope === 'article' ? quotes.map((index) => quoteNode(input, key, index, 'source')) : byArticle(input, quotes, key))
  const count = quotes.length === link.quotes.length ? link.distinct : distinct(state, quotes)
  return {
    key,
    content: { is: 'source', link, count, elsewhere: link.elsewhere },
    children: () => [...own(), ...elsewhereNodes(input, link, key)],
    isOpen: isActive(input.filter)
  }
}

/** What a source says in other articles: fetched when it is opened, and more of it when somebody asks. */
function elsewhereNodes({ strings, elsewhere, filter }: TreeInput, link: LinkEntry, parent: string): readonly TreeNode[] {
  if (link.elsewhere === 0) return []
  const key = `${parent} elsewhere`
  const children = (): readonly TreeNode[] => {
    const known = elsewhere.get(link.key)
    if (!known) return [{ key: `${key} loading`, content: { is: 'note', label: strings.loading } }]
    const nodes = known.quotes.flatMap((quote, index): TreeNode | [] => {
      const article = known.articles[quote.article]
      if (!article || !quoteMatches(filter, quote)) return []
      return { key: `${key} > ${quote.key}`, content: { is: 'quote', quote, index: -1 - index, by: 'source', article: article.name }, target: { uri: article.uri, start: quote.start, end: quote.end } }
    })
    const count = known.quotes.length
    return count < known.of ? [...nodes, { key: `${key} more`, content: { is: 'more', label: strings.moreElsewhere, link: link.key, count } }] : nodes
  }
  return [{ key, content: { is: 'elsewhere', label: strings.otherArticles, link: link.key, count: link.elsewhere }, children, isOpen: !isActive(filter) }]
}

/** Calmly behind the sources: who they are is for the reader to say. */
function suggestionNodes(input: TreeInput, listed: readonly FoundLink[]): readonly TreeNode[] {
  const { state, strings } = input
  const shown = new Map(listed.map((found) => [found.link, found]))
  const groups = state.suggestions.flatMap(({ key, links }) => {
    const found = links.flatMap((index) => shown.get(state.links[index]!) ?? [])
    return found.length > 1 ? { key, found } : []
  })
  if (groups.length === 0) return []
  return [{
    key: 'links suggested',
    content: { is: 'group', label: strings.suggested, help: '', count: groups.length, icon: 'question' },
    children: () => groups.map(({ key, found }): TreeNode => ({
      key,
      content: { is: 'group', label: found[0]!.link.name, help: '', count: found.length, icon: 'none' },
      children: () => found.map((link) => linkNode(input, link, key))
    }))
  }]
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
  return {
    key: `${parent} > ${quote.key}`,
    content: { is: 'quote', quote, index, by, article: namesArticle ? (article?.name ?? '') : '' },
    ...(article && { target: { uri: article.uri, start: quote.start, end: quote.end } })
  }
}

function quoteMatches(filter: Filter, { text, speaker, source, cue }: QuoteEntry): boolean {
  return !isActive(filter) || matches(filter, [text, speaker, source, cue])
}
