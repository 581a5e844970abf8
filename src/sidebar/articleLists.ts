import type { Quote } from '../analysis'
import { buildCorpus, type QuoteReference } from '../corpus'
import { entityLists, stableNames, type EntityGroup } from './entityEntries'
import { folderTwin, type FolderTwin } from './folderTwin'
import { linkEntries, type LinkQuotes } from './linkEntries'
import type { ArticleEntry, ListState } from './protocol'
import { quoteCollector, quotedWords } from './quoteEntries'
import { repeatedEntries } from './repeatedEntries'
import type { SidebarArticle, SidebarFolder, SidebarInput, SidebarLists } from './sources'
import { articleSummary, fileName, folderName } from './summary'

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
  const own = (quote: number) => collector.indexOf({ article: 0, quote }) ?? []
  const twin = folder && folderTwin(article, folder)

  /** Entries of the quotes that the corpus names; those of this article by what the twin makes of them. */
  function entriesOf(references: readonly QuoteReference[], which: 'all' | 'elsewhere'): readonly number[] {
    return references.flatMap(({ article: uri, quote }) => {
      if (uri === article.uri) return which === 'all' ? own(twin?.ownQuote(quote) ?? quote) : []
      const other = others.get(uri)
      return other && isListed(other.analysis.quotes[quote]) ? (collector.add({ article: numberOf(other), quote }) ?? []) : []
    })
  }

  function numberOf(other: SidebarArticle): number {
    const number = numbers.get(other.uri) ?? articles.push(other) - 1
    numbers.set(other.uri, number)
    return number
  }

  const names = stableNames(analysis.entities)
  const groups = new Map<string, EntityGroup>(analysis.entities.map((entity) => [
    entity.id,
    { base: names.get(entity.id) ?? entity.name, name: entity.name, named: entity.named, members: [{ article: 0, entity }] }
  ]))
  const words = analysis.quotes.map((quote) => (isListed(quote) ? quotedWords(article, quote) : 0))
  const allWords = words.reduce((sum, count) => sum + count, 0)
  const links = analysis.links.flatMap(({ speaker, quotes }): LinkQuotes | [] => {
    const group = groups.get(speaker)
    const listed = quotes.flatMap(own)
    if (!group || listed.length === 0) return []
    const elsewhere = entriesOf(twin?.corpusEntity(speaker)?.quotes ?? [], 'elsewhere')
    return { group, quotes: listed, elsewhere, words: quotes.reduce((sum, quote) => sum + (words[quote] ?? 0), 0) }
  })
  const quoteCounts = new Map(links.map(({ group, quotes }) => [group, quotes.length]))

  const repeated = reuseAround(article, folder, twin).map((group) => entriesOf(group, 'all')).filter((group) => group.some((quote) => quote < quotesInScope))
  const { entries, groupOf } = repeatedEntries(repeated, (quote) => `repeated ${quote}`)
  const lists = entityLists([...groups.values()], articles, (group) => quoteCounts.get(group) ?? 0)
  const quotes = collector.entries(groupOf)
  return {
    state: {
      is: 'list',
      scope: 'article',
      revision: input.revision,
      summary: articleSummary(article, allWords),
      articles: articles.map(articleEntry),
      entities: lists.entries,
      quotes,
      quotesInScope,
      links: linkEntries(links, allWords),
      unattributed: analysis.quotes.flatMap((quote, index) => (quote.speaker === null ? own(index) : [])),
      repeated: entries,
      folder: input.folderStatus,
      attitudes: { shown: showAttitudes, count: analysis.quotes.filter(({ act }) => act === 'attitude').length }
    },
    articles,
    members: lists.members
  }
}

export function articleEntry({ uri, path }: SidebarArticle): ArticleEntry {
  return { uri, name: fileName(path), folder: folderName(path) }
}

/** Groups of the same quote that may concern the article: the folder's, or without one those inside the article. */
function reuseAround(article: SidebarArticle, folder: SidebarFolder | undefined, twin: FolderTwin | undefined): readonly (readonly QuoteReference[])[] {
  if (folder && twin) return folder.corpus.reuse.filter((group) => group.some(({ article: uri }) => uri === article.uri))
  return buildCorpus([{ article: article.uri, text: article.text, analysis: article.analysis }]).reuse
}
