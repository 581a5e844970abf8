import { distinctCount, firstOfGroups } from '../../util/distinct'
import type { LinkEntry, ListState, QuoteEntry } from '../../protocol/sidebar'
import { hasConditions } from '../../util/filterQuery'
import { isActive, matches, meets } from '../shared/filter'
import { codesOf } from './codeRows'
import { longest } from './columns'
import { moreLabel } from './labels'
import { elsewhereKey, topics } from './model'
import type { SourceColumns, TreeInput, TreeNode } from './treeNodes'

/** The sections that are made of quotes. Counts are of what the filter leaves. */
export interface QuoteTree {
  readonly quotes: Listed
  readonly links: Listed
  readonly reuse: Listed
}

interface Listed {
  readonly count: number
  readonly nodes: () => readonly TreeNode[]
}

export function quoteTree(input: TreeInput): QuoteTree {
  const { state } = input
  const found = state.quotes.map((quote) => quoteMatches(input, quote))
  const inScope = state.quotes.flatMap((_, index) => (index < state.quotesInScope && found[index] ? index : []))
  const links = state.links.flatMap((link) => foundLink(link, input, found) ?? [])
  const unattributed = state.unattributed.filter((index) => found[index])
  const reuse = state.reuse.filter(({ quotes }) => quotes.some((index) => found[index]))
  const columns = sourceColumns(links, input.strings.locale)
  return {
    quotes: {
      count: distinct(state, inScope),
      nodes: () => inScope.map((index) => quoteNode(input, 'quotes', index, 'speaker'))
    },
    links: {
      count: links.length,
      nodes: () => [
        ...links.map((link) => linkNode(input, link, columns)),
        ...unattributedNodes(input, unattributed),
        ...failedSearch(input),
        ...folderNodes(input)
      ]
    },
    reuse: {
      count: reuse.length,
      nodes: () =>
        reuse.map(({ key, quotes }) => {
          const first = quoteNode(input, key, quotes[0] ?? 0, 'speaker')
          return { ...first, key, children: () => quotes.map((index) => quoteNode(input, key, index, 'source', true)) }
        })
    }
  }
}

interface FoundLink {
  readonly link: LinkEntry
  readonly quotes: readonly number[]
  /** How many they are when the same quote again is counted once. */
  readonly count: number
  /** How many quotes of other articles match, the same quote again counted once. */
  readonly elsewhere: number
}

/** How many there are when the same quote again is counted once. */
function distinct({ quotes }: ListState, indexes: readonly number[]): number {
  return distinctCount(indexes, (index) => quotes[index]?.reuseGroup ?? -1)
}

/** The part of all quoted words that some of a source's quotes are, the same quote again counted once. */
function shareOf({ quotes: all, summary }: ListState, link: LinkEntry, quotes: readonly number[]): number {
  const wordsOf = new Map(link.quotes.map((index, at) => [index, link.quoteWords[at] ?? 0]))
  const counted = firstOfGroups(quotes, (index) => all[index]?.reuseGroup ?? -1)
  const words = counted.reduce((sum, index) => sum + (wordsOf.get(index) ?? 0), 0)
  return summary.quotedWords === 0 ? 0 : words / summary.quotedWords
}

/** A source that matches keeps all its quotes, unless these have to meet conditions; else those that match, here and in other articles. */
function foundLink(
  link: LinkEntry,
  { state, filter, typed, found: foundElsewhere }: TreeInput,
  found: readonly boolean[]
): FoundLink | undefined {
  const whole = { link, quotes: link.quotes, count: link.distinct }
  if (!isActive(filter)) return { ...whole, elsewhere: link.elsewhere }
  const foundCount =
    foundElsewhere?.filter === typed ? foundElsewhere.counts.find(([key]) => key === link.key)?.[1] : undefined
  if (!hasConditions(filter) && matches(filter, [link.name, link.description]))
    return { ...whole, elsewhere: foundCount ?? link.elsewhere }
  const quotes = link.quotes.filter((index) => found[index])
  if (quotes.length === link.quotes.length) return { ...whole, elsewhere: foundCount ?? 0 }
  if (quotes.length === 0 && (foundCount ?? 0) === 0) return undefined
  return { link, quotes, count: distinct(state, quotes), elsewhere: foundCount ?? 0 }
}

function sourceColumns(links: readonly FoundLink[], locale: string): SourceColumns {
  const elsewhere = links.reduce((most, found) => Math.max(most, found.elsewhere), 0)
  return {
    count: longest(
      links.map(({ count }) => count),
      locale
    ),
    elsewhere: elsewhere === 0 ? 0 : moreLabel(elsewhere, locale).length
  }
}

function linkNode(input: TreeInput, { link, quotes, count, elsewhere }: FoundLink, columns: SourceColumns): TreeNode {
  const key = `links ${link.key}`
  const { name, kind, named, description, status } = link
  const share = quotes.length === link.quotes.length ? link.share : shareOf(input.state, link, quotes)
  const first = input.state.entities.find((entity) => entity.key === link.key)?.first
  const article = input.state.articles[first?.article ?? -1]
  return {
    key,
    ...(first && article && { subject: { uri: article.uri, start: first.start, end: first.end } }),
    content: { kind: 'source', source: { name, kind, named, description, share, count }, status, elsewhere, columns },
    children: () => [
      ...quotes.map((index) => quoteNode(input, key, index, 'source')),
      ...elsewhereNodes(input, link, elsewhere, key)
    ],
    isOpen: isActive(input.filter)
  }
}

/** What a source says in other articles: a first page is requested when the row is opened, more when the reader asks. */
function elsewhereNodes(
  { strings, codes, elsewhere, typed, filter, failed }: TreeInput,
  link: LinkEntry,
  total: number,
  parent: string
): readonly TreeNode[] {
  if (total === 0) return []
  const key = `${parent} elsewhere`
  const children = (): readonly TreeNode[] => {
    if (failed.has(topics.elsewhere(link.key, typed)))
      return [{ key: `${key} failed`, content: { kind: 'note', label: strings.loadingFailed } }]
    const known = elsewhere.get(elsewhereKey(link.key, typed))
    if (!known) return [{ key: `${key} loading`, content: { kind: 'note', label: strings.loading } }]
    const nodes = known.quotes.flatMap((quote): TreeNode | [] => {
      const article = known.articles[quote.article]
      if (!article) return []
      return {
        key: `${key} > ${quote.key}`,
        content: { kind: 'quote', quote, codes: codesOf(quote.status, codes), by: 'source', article: article.name },
        target: { uri: article.uri, start: quote.start, end: quote.end }
      }
    })
    const count = known.quotes.length
    return count < known.total
      ? [
          ...nodes,
          {
            key: `${key} more`,
            content: { kind: 'more', label: strings.moreElsewhere, list: 'elsewhere', of: link.key, count }
          }
        ]
      : nodes
  }
  return [
    {
      key,
      content: { kind: 'elsewhere', label: strings.otherArticles, link: link.key, count: total },
      children,
      isOpen: !isActive(filter)
    }
  ]
}

function unattributedNodes(input: TreeInput, indexes: readonly number[]): readonly TreeNode[] {
  if (indexes.length === 0) return []
  const key = 'links none'
  const { strings } = input
  return [
    {
      key,
      content: { kind: 'group', label: strings.noSource, help: '', count: indexes.length, icon: 'question' },
      children: () => indexes.map((index) => quoteNode(input, key, index, 'source')),
      isOpen: isActive(input.filter)
    }
  ]
}

/** Other articles could not be looked through for the filter. */
function failedSearch({ failed, typed, strings }: TreeInput): readonly TreeNode[] {
  if (!failed.has(topics.found(typed))) return []
  return [{ key: 'links failed', content: { kind: 'note', label: strings.loadingFailed } }]
}

/** Offers to analyze the folder, which would show the sources' quotes in other articles. */
function folderNodes({ state, strings, filter }: TreeInput): readonly TreeNode[] {
  if (state.folder.kind !== 'unread' || isActive(filter)) return []
  return [
    {
      key: 'links analyze',
      content: { kind: 'action', label: strings.analyzeFolderForLinks, command: 'analyzeFolder' }
    }
  ]
}

function quoteNode(
  { state, codes }: TreeInput,
  parent: string,
  index: number,
  by: 'speaker' | 'source',
  namesArticle = false
): TreeNode {
  const quote = state.quotes[index]
  if (!quote) return { key: `${parent} ${index}`, content: { kind: 'note', label: '' } }
  const article = state.articles[quote.article]
  return {
    key: `${parent} > ${quote.key}`,
    content: {
      kind: 'quote',
      quote,
      codes: codesOf(quote.status, codes),
      by,
      article: namesArticle ? (article?.name ?? '') : ''
    },
    ...(article && { target: { uri: article.uri, start: quote.start, end: quote.end } })
  }
}

function quoteMatches({ filter, codes }: TreeInput, { text, speaker, source, cue, status }: QuoteEntry): boolean {
  return !isActive(filter) || (matches(filter, [text, speaker, source, cue]) && meets(filter, status, codes))
}
