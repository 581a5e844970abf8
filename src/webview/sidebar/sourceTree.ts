import { distinctCount, firstOfGroups } from '../../util/distinct'
import type { KindCounts, LinkEntry, ListState, TextPlace } from '../../protocol/sidebar'
import { hasConditions, inOneArticle } from '../../util/filterQuery'
import { isActive, matches } from '../shared/filter'
import type { ArticleFilter } from './articleFilter'
import { codesOf } from './codeRows'
import { withArticle } from './filterText'
import { titleOf } from './labels'
import { elsewhereKey, topics } from './model'
import { allQuotesNode } from './partNodes'
import type { Part, TreeInput, TreeNode } from './treeNodes'

/** The sources of an article with their quotes, and below them what else there is of quotes. */
export function sourcePart(input: TreeInput, { quotes: found }: ArticleFilter): Part {
  const { state, strings } = input
  const inScope = state.quotes.flatMap((_, index) => (index < state.quotesInScope && found[index] ? index : []))
  const links = sorted(
    state.links.flatMap((link) => foundLink(link, input, found) ?? []),
    input
  )
  const unattributed = state.unattributed.filter((index) => found[index])
  const reuse = state.reuse.filter(({ quotes }) => quotes.some((index) => found[index]))
  const firsts = new Map(state.entities.map(({ key, first }) => [key, first]))
  const most = links.reduce((longest, { count }) => Math.max(longest, count), 0)
  return {
    id: 'sources',
    label: strings.sources,
    help: strings.sourcesHelp,
    count: links.length,
    total: state.links.length,
    nothing: strings.noSources,
    nodes: [
      ...links.map((link) => linkNode(input, link, most, firsts.get(link.link.key))),
      ...unattributedNodes(input, unattributed),
      ...reuseNodes(input, reuse),
      ...allQuotesNodes(input, distinct(state, inScope)),
      ...failedSearch(input),
      ...folderNodes(input)
    ]
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
  if (!hasConditions(inOneArticle(filter)) && matches(filter, [link.name, link.description]))
    return { ...whole, elsewhere: foundCount ?? link.elsewhere }
  const quotes = link.quotes.filter((index) => found[index])
  if (quotes.length === link.quotes.length) return { ...whole, elsewhere: foundCount ?? 0 }
  if (quotes.length === 0 && (foundCount ?? 0) === 0) return undefined
  return { link, quotes, count: distinct(state, quotes), elsewhere: foundCount ?? 0 }
}

/** Without another order the host's: by quotes, and then by words. Under a filter the counts are others. */
function sorted(links: readonly FoundLink[], { order, filter }: TreeInput): readonly FoundLink[] {
  if (order === 'quotes' && !isActive(filter)) return links
  const key = ({ link, quotes, count, elsewhere }: FoundLink): number => {
    switch (order) {
      case 'quotes':
        return count
      case 'words':
        return quotes.reduce((sum, quote) => sum + (link.quoteWords[link.quotes.indexOf(quote)] ?? 0), 0)
      case 'articles':
        return elsewhere > 0 ? link.elsewhereArticles : 0
      case 'name':
        return 0
    }
  }
  const keyed = links.map((found) => ({ found, key: key(found) }))
  const byName = (a: FoundLink, b: FoundLink) =>
    order === 'name' ? (a.link.name < b.link.name ? -1 : a.link.name > b.link.name ? 1 : 0) : 0
  return keyed.sort((a, b) => b.key - a.key || byName(a.found, b.found)).map(({ found }) => found)
}

function linkNode(
  input: TreeInput,
  { link, quotes, count, elsewhere }: FoundLink,
  most: number,
  first: TextPlace | undefined
): TreeNode {
  const key = `sources ${link.key}`
  const { name, kind, named, description, status } = link
  const share = quotes.length === link.quotes.length ? link.share : shareOf(input.state, link, quotes)
  const article = input.state.articles[first?.article ?? -1]
  const peek = quoteNode(input, key, quotes[0] ?? -1).target
  return {
    key,
    ...(first && article && { subject: { uri: article.uri, start: first.start, end: first.end } }),
    ...(peek && { peek }),
    content: {
      kind: 'source',
      source: { name, kind, named, description, share, count, articles: 1, kinds: kindsOf(input.state, quotes) },
      status,
      elsewhere,
      elsewhereArticles: link.elsewhereArticles,
      most,
      isOfFolder: false
    },
    children: () => [
      ...quotes.map((index) => quoteNode(input, key, index)),
      ...elsewhereNodes(input, link, elsewhere, key)
    ],
    isOpen: isActive(input.filter)
  }
}

/** The same quote again is counted once. */
function kindsOf({ quotes: all }: ListState, quotes: readonly number[]): KindCounts {
  const kinds = { direct: 0, mixed: 0, indirect: 0 }
  for (const index of firstOfGroups(quotes, (quote) => all[quote]?.reuseGroup ?? -1)) {
    const quote = all[index]
    if (quote) kinds[quote.kind]++
  }
  return kinds
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
    const nodes = known.quotes.flatMap((quote, index): TreeNode | [] => {
      const article = known.articles[quote.article]
      if (!article) return []
      const isFirst = known.quotes[index - 1]?.article !== quote.article
      const title = isFirst ? titleOf(article) : ''
      return {
        key: `${key} > ${quote.key}`,
        content: { kind: 'quote', quote, codes: codesOf(quote.status, codes), by: 'source', article: title },
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
  const key = 'sources none'
  const { strings } = input
  return [
    {
      key,
      content: { kind: 'group', label: strings.noSource, help: '', count: indexes.length, icon: 'question' },
      children: () => indexes.map((index) => quoteNode(input, key, index)),
      isOpen: isActive(input.filter)
    }
  ]
}

/** Other articles could not be looked through for the filter. */
function failedSearch({ failed, typed, strings }: TreeInput): readonly TreeNode[] {
  if (!failed.has(topics.found(typed))) return []
  return [{ key: 'sources failed', content: { kind: 'note', label: strings.loadingFailed } }]
}

/** Offers to analyze the folder, which would show the sources' quotes in other articles. */
function folderNodes({ state, strings, filter }: TreeInput): readonly TreeNode[] {
  if (state.folder.kind !== 'unread' || isActive(filter)) return []
  return [
    {
      key: 'sources analyze',
      content: { kind: 'action', label: strings.analyzeFolderForLinks, command: 'analyzeFolder' }
    }
  ]
}

function reuseNodes(input: TreeInput, groups: ListState['reuse']): readonly TreeNode[] {
  if (groups.length === 0) return []
  const { strings } = input
  const nodes = () =>
    groups.map(({ key, quotes }) => ({
      ...quoteNode(input, key, quotes[0] ?? 0, 'speaker'),
      key,
      children: () => quotes.map((index) => quoteNode(input, key, index, 'source', true))
    }))
  return [
    {
      key: 'sources again',
      content: {
        kind: 'group',
        label: strings.reuse,
        help: '',
        title: strings.reuseHelp,
        count: groups.length,
        icon: 'copy'
      },
      children: nodes
    }
  ]
}

/** The way to the panel with all quotes of the article in order. */
function allQuotesNodes({ state, strings, typed }: TreeInput, count: number): readonly TreeNode[] {
  const [article] = state.articles
  if (count === 0 || !article) return []
  return [allQuotesNode(count, withArticle(typed, titleOf(article)), strings)]
}

function quoteNode(
  { state, codes }: TreeInput,
  parent: string,
  index: number,
  by: 'speaker' | 'source' = 'source',
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
      article: namesArticle && article ? titleOf(article) : ''
    },
    ...(article && { target: { uri: article.uri, start: quote.start, end: quote.end } })
  }
}
