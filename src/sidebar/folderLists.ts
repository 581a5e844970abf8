import type { Quote } from '../analysis'
import type { Corpus, CorpusEntity, QuoteReference } from '../corpus'
import { articleEntry } from './articleLists'
import { entityLists, memberCounts, stableNames, type EntityGroup, type GroupMember } from './entityEntries'
import { linkEntries, linkKey, type LinkQuotes } from './linkEntries'
import type { LinkEntry, ListState, SuggestionEntry } from './protocol'
import { quoteCollector, quotedWords } from './quoteEntries'
import { repeatedEntries } from './repeatedEntries'
import { distinctCount, firstOfGroups } from './reuseGroups'
import type { SidebarFolder, SidebarInput, SidebarLists } from './sources'
import { folderSummary } from './summary'

/** The lists of the whole folder, its articles in order of path. */
export function folderLists(input: SidebarInput & { readonly folder: SidebarFolder }): SidebarLists<ListState> {
  const { folder, showAttitudes } = input
  const { articles, corpus } = folder
  const numbers = new Map(articles.map(({ uri }, index) => [uri, index]))
  const isListed = (quote: Quote) => showAttitudes || quote.act === 'speech'

  const collector = quoteCollector(articles)
  const words: number[] = []
  const unattributed: number[] = []
  let attitudes = 0
  // All that is needed of an article at once: its analysis lies packed, and unpacking it again and again would take seconds.
  const entities = articles.map((source, article): ReadonlyMap<string, GroupMember> => {
    const { analysis } = source
    analysis.quotes.forEach((quote, index) => {
      if (quote.act === 'attitude') attitudes++
      if (!isListed(quote)) return
      const entry = collector.add({ article, quote: index })
      if (entry === undefined) return
      words[entry] = quotedWords(source, quote)
      if (quote.speaker === null) unattributed.push(entry)
    })
    return new Map(analysis.entities.map((entity) => [entity.id, { article, entity, counts: memberCounts(source, article, entity) }]))
  })
  const entriesOf = (references: readonly QuoteReference[]) => references.flatMap(({ article, quote }) => collector.indexOf({ article: numbers.get(article) ?? -1, quote }) ?? [])
  const { entries, groupOf } = repeatedEntries(corpus.reuse.map(entriesOf).map((quotes) => ({ quotes, times: quotes.length })), (quote) => `repeated ${quote}`)
  const wordsOf = (quotes: readonly number[]) => firstOfGroups(quotes, groupOf).reduce((sum, quote) => sum + (words[quote] ?? 0), 0)
  const all = words.map((_, quote) => quote)
  const allWords = wordsOf(all)

  const names = stableNames(corpus.entities)
  const groups = corpus.entities.map((entity): { readonly group: EntityGroup; readonly quotes: readonly number[] } => ({
    group: { base: names.get(entity.id) ?? entity.name, name: entity.name, named: entity.named, members: membersOf(entity) },
    quotes: entriesOf(entity.quotes)
  }))

  function membersOf({ members }: CorpusEntity): EntityGroup['members'] {
    return members.flatMap(({ article: uri, entity: id }) => {
      return entities[numbers.get(uri) ?? -1]?.get(id) ?? []
    })
  }

  const links = groups.flatMap(({ group, quotes }): LinkQuotes | [] => (quotes.length === 0 ? [] : { group, quotes, distinct: distinctCount(quotes, groupOf), elsewhere: 0, words: wordsOf(quotes) }))
  const quoteCounts = new Map(links.map(({ group, distinct }) => [group, distinct]))
  const lists = entityLists(groups.map(({ group }) => group), articles, (group) => quoteCounts.get(group) ?? 0)
  const quotes = collector.entries(groupOf, (group) => entries[group]?.times ?? 1)
  const ranked = linkEntries(links, allWords)
  return {
    state: {
      is: 'list',
      scope: 'folder',
      revision: input.revision,
      summary: folderSummary(folder.name, articles, allWords),
      articles: articles.map(articleEntry),
      entities: lists.entries,
      quotes,
      quotesInScope: quotes.length,
      distinctQuotes: distinctCount(all, groupOf),
      links: ranked,
      unattributed,
      repeated: entries,
      suggestions: suggestionEntries(corpus, groups, ranked),
      folder: input.folderStatus,
      attitudes: { shown: showAttitudes, count: attitudes }
    },
    articles,
    members: lists.members,
    elsewhere: new Map(),
    folder,
    articleOf: () => undefined
  }
}

/** Those of whom at least two are listed, the largest first. */
function suggestionEntries(corpus: Corpus, groups: readonly { readonly group: EntityGroup }[], links: readonly LinkEntry[]): readonly SuggestionEntry[] {
  const places = new Map(links.map(({ key }, index) => [key, index]))
  const listed = new Map(corpus.entities.map(({ id }, index) => [id, places.get(linkKey(groups[index]!.group))]))
  return corpus.suggestions
    .map(({ entities }) => entities.flatMap((id) => listed.get(id) ?? []))
    .filter((found) => found.length > 1)
    .sort((a, b) => b.length - a.length || a[0]! - b[0]!)
    .map((found) => ({ key: `suggested ${links[found[0]!]?.key ?? ''}`, links: found }))
}
