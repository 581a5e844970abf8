import type { Quote } from '../analysis'
import { buildCorpus, type QuoteReference } from '../corpus'
import { entityLists, stableNames, type EntityGroup } from './entityEntries'
import { folderTwin } from './folderTwin'
import { linkEntries, linkKey, type LinkQuotes } from './linkEntries'
import type { ArticleEntry, ListState } from '../protocol/sidebar'
import { quoteCollector, quotedWords } from './quoteEntries'
import { repeatedEntries, type RepeatedGroup } from './repeatedEntries'
import { distinctCount, firstOfGroups, reuseGroups } from './reuseGroups'
import type { SidebarArticle, SidebarFolder, SidebarInput, SidebarLists } from './sources'
import { articleSummary, fileName, folderName } from './summary'

/** Agency text stands in hundreds of articles: so many of them are listed with each quote. */
const mostRepetitions = 20

/** The lists of one article, with its sources' quotes in the folder's other articles. */
export function articleLists(input: SidebarInput & { readonly article: SidebarArticle }): SidebarLists<ListState> {
  const { article, folder, showAttitudes } = input
  const { analysis } = article
  const articles = [article]
  const numbers = new Map([[article.uri, 0]])
  const others = new Map(folder?.articles.map((other) => [other.uri, other]))
  const isListed = (quote: Quote | undefined) => quote !== undefined && (showAttitudes || quote.act === 'speech')

  const collector = quoteCollector(articles)
  analysis.quotes.forEach((quote, index) => isListed(quote) && collector.add({ article: 0, quote: index }))
  const quotesInScope = collector.size()
  const own = (quote: number | readonly never[]) =>
    typeof quote === 'number' ? (collector.indexOf({ article: 0, quote }) ?? []) : []
  const twin = folder && folderTwin(article, folder)

  /** A group of the same quote: entries of its quotes in this article, by what the twin makes of them, and of some of the others. */
  function groupEntries(references: readonly QuoteReference[]): RepeatedGroup {
    let shownElsewhere = 0
    const quotes = references.flatMap(({ article: uri, quote }) => {
      if (uri === article.uri) return own(twin ? (twin.ownQuote(quote) ?? []) : quote)
      const other = shownElsewhere < mostRepetitions ? others.get(uri) : undefined
      if (!other || !isListed(other.analysis.quotes[quote])) return []
      shownElsewhere++
      return collector.add({ article: numberOf(other), quote }) ?? []
    })
    return { quotes, times: references.length }
  }

  /** What a source says in other articles. Of these nothing is read before somebody wants to see it. */
  function referencesElsewhere(speaker: string): readonly QuoteReference[] {
    return (twin?.corpusEntity(speaker)?.quotes ?? []).filter(
      (quote) => quote.article !== article.uri && (showAttitudes || !quote.attitude)
    )
  }

  function numberOf(other: SidebarArticle): number {
    const number = numbers.get(other.uri) ?? articles.push(other) - 1
    numbers.set(other.uri, number)
    return number
  }

  const names = stableNames(analysis.entities)
  const groups = new Map<string, EntityGroup>(
    analysis.entities.map((entity) => [
      entity.id,
      {
        base: names.get(entity.id) ?? entity.name,
        name: entity.name,
        named: entity.named,
        members: [{ article: 0, entity }]
      }
    ])
  )
  const repeated = reuseAround(article, folder)
    .map(groupEntries)
    .filter(({ quotes }) => quotes.some((quote) => quote < quotesInScope))
  const { entries, groupOf } = repeatedEntries(repeated, (quote) => `repeated ${quote}`)
  const words = new Map(
    analysis.quotes.flatMap((quote, index) =>
      isListed(quote) ? [own(index)].flat().map((entry) => [entry, quotedWords(article, quote)] as const) : []
    )
  )
  const wordsOf = (quotes: readonly number[]) =>
    firstOfGroups(quotes, groupOf).reduce((sum, quote) => sum + (words.get(quote) ?? 0), 0)
  const inScope = Array.from({ length: quotesInScope }, (_, index) => index)
  const allWords = wordsOf(inScope)
  const inFolder = folder && reuseGroups(folder.corpus)
  const elsewhere = new Map<string, readonly QuoteReference[]>()
  const links = analysis.links.flatMap(({ speaker, quotes }): LinkQuotes | [] => {
    const group = groups.get(speaker)
    const listed = quotes.flatMap(own)
    if (!group || listed.length === 0) return []
    const references = referencesElsewhere(speaker)
    elsewhere.set(linkKey(group), references)
    return {
      group,
      quotes: listed,
      quoteWords: listed.map((quote) => words.get(quote) ?? 0),
      distinct: distinctCount(listed, groupOf),
      elsewhere: inFolder ? distinctCount(references, inFolder) : 0,
      words: wordsOf(listed)
    }
  })
  const quoteCounts = new Map(links.map(({ group, distinct }) => [group, distinct]))
  const lists = entityLists([...groups.values()], articles, (group) => quoteCounts.get(group) ?? 0)
  const quotes = collector.entries(groupOf, (group) => entries[group]?.times ?? 1)
  return {
    state: {
      kind: 'list',
      scope: 'article',
      summary: articleSummary(article, allWords),
      articles: articles.map(articleEntry),
      entities: lists.entries,
      quotes,
      quotesInScope,
      distinctQuotes: distinctCount(inScope, groupOf),
      links: linkEntries(links, allWords),
      unattributed: analysis.quotes.flatMap((quote, index) => (quote.speaker === null ? own(index) : [])),
      repeated: entries,
      folder: input.folderStatus,
      attitudes: { shown: showAttitudes, count: analysis.quotes.filter(({ act }) => act === 'attitude').length }
    },
    articles,
    members: lists.members,
    elsewhere,
    folder,
    articleOf: (uri) => others.get(uri)
  }
}

export function articleEntry({ uri, path }: SidebarArticle): ArticleEntry {
  return { uri, name: fileName(path), folder: folderName(path) }
}

/** Groups of the same quote that may concern the article: the folder's, or without one those inside the article. */
function reuseAround(
  article: SidebarArticle,
  folder: SidebarFolder | undefined
): readonly (readonly QuoteReference[])[] {
  if (folder?.articles.some(({ uri }) => uri === article.uri))
    return folder.corpus.reuse.filter((group) => group.some(({ article: uri }) => uri === article.uri))
  return buildCorpus([{ article: article.uri, text: article.text, analysis: article.analysis }]).reuse
}
