import { factKeys, type AnalyzedArticle, type Link, type Quote } from '../analysis'
import { emptyProject } from '../annotations'
import { reuseWithin, type QuoteReference } from '../corpus'
import type { LinkEntry, ListState } from '../protocol/sidebar'
import { distinctCount, firstOfGroups } from '../util/distinct'
import { flatMappedInSteps, mappedInSteps, type Steps } from '../util/steps'
import type { FolderSnapshot } from '../workspace/folderArticle'
import { codebookOf } from '../study/decided/codebook'
import type { DecidedArticle } from '../study/decided/decidedArticle'
import { decidedState } from './decided/decidedState'
import { memoEntries } from './decided/markEntries'
import { proposalEntries, reviewEntries } from './decided/reviewEntries'
import { entityLists, type EntityGroup, type EntityLists } from './entityEntries'
import { linkEntries, linkKey, type LinkQuotes } from './linkEntries'
import { quoteCollector, quotedWords } from './quoteEntries'
import { quoteSubjects } from './quoteSubjects'
import { reuseEntries, type ReuseGroup } from './reuseEntries'
import type { SidebarInput, SidebarLists } from './sources'
import { articleEntry, headOf } from './articleEntry'
import { articleFacets } from './facetCounts'
import { articleSummary } from './summary'

/** Agency text may be in hundreds of articles; at most this many of them are listed for a reused quote. */
const mostShownElsewhere = 20

const quotesPerStep = 200
const sourcesPerStep = 50

/** The lists of one article, with its sources' quotes in the folder's other articles. */
export function* articleLists(
  input: SidebarInput & { readonly article: DecidedArticle }
): Steps<SidebarLists<ListState>> {
  const { article, folder, showAttitudes } = input
  const { id, analysis } = article
  const articles: DecidedArticle[] = [article]
  const numbers = new Map([[id, 0]])
  const isListed = (quote: Quote | undefined) => quote !== undefined && (showAttitudes || quote.act === 'speech')

  const collector = quoteCollector(articles, quoteSubjects(folder))
  for (const [index, quote] of analysis.quotes.entries()) {
    if (isListed(quote)) collector.add({ article: 0, quote: index })
    if (index % quotesPerStep === 0) yield
  }
  const quotesInScope = collector.size()
  /** Index of the entry of this article's quote; an empty list where it is not listed, for `flatMap`. */
  const ownEntry = (quote: number) => collector.indexOf({ article: 0, quote }) ?? []

  /** A group of reused quotes: the entries of those in this article and of some in others. */
  function groupEntries(references: readonly QuoteReference[]): ReuseGroup {
    let shownElsewhere = 0
    const quotes = references.flatMap(({ article: articleId, quote }) => {
      if (articleId === id) return ownEntry(quote)
      const other = shownElsewhere < mostShownElsewhere ? folder?.article(articleId) : undefined
      if (!other || !isListed(other.analysis.quotes[quote])) return []
      shownElsewhere++
      return collector.add({ article: numberOf(other), quote }) ?? []
    })
    return { quotes, times: references.length }
  }

  /**
   * The quotes of a source in other articles, as references: their articles are unpacked only when the quotes are
   * shown.
   */
  function referencesElsewhere(speaker: string): readonly QuoteReference[] {
    const spoken = folder?.corpus.entityOf({ article: id, entity: speaker })?.quotes ?? []
    return spoken.filter((quote) => quote.article !== id && (showAttitudes || !quote.attitude))
  }

  /** Index of an article in `articles`, to which it is added. */
  function numberOf(other: AnalyzedArticle): number {
    const number = numbers.get(other.id) ?? articles.push(other) - 1
    numbers.set(other.id, number)
    return number
  }

  const keys = factKeys(article)
  const groups = new Map<string, EntityGroup>(
    analysis.entities.map((entity) => [
      entity.id,
      {
        base: keys.entities.get(entity.id) ?? entity.name,
        name: entity.name,
        named: entity.named,
        members: [{ article: 0, entity }]
      }
    ])
  )
  yield
  const groupsOfQuotes = yield* reuseAround(article, folder)
  const reuse = (yield* mappedInSteps(groupsOfQuotes, groupEntries, quotesPerStep)).filter(({ quotes }) =>
    quotes.some((quote) => quote < quotesInScope)
  )
  const { entries, groupOf } = reuseEntries(reuse, (quote) => `reuse ${quote}`)
  /** By index of the entry. */
  const words = new Map<number, number>()
  for (const [index, quote] of analysis.quotes.entries()) {
    const entry = isListed(quote) ? collector.indexOf({ article: 0, quote: index }) : undefined
    if (entry !== undefined) words.set(entry, quotedWords(article, quote))
    if (index % quotesPerStep === 0) yield
  }
  const wordsOf = (quotes: readonly number[]) =>
    firstOfGroups(quotes, groupOf).reduce((sum, quote) => sum + (words.get(quote) ?? 0), 0)
  const inScope = Array.from({ length: quotesInScope }, (_, index) => index)
  const allWords = wordsOf(inScope)
  const elsewhere = new Map<string, readonly QuoteReference[]>()
  const linkOf = ({ speaker, quotes }: Link): readonly LinkQuotes[] => {
    const group = groups.get(speaker)
    const listed = quotes.flatMap(ownEntry)
    if (!group || listed.length === 0) return []
    const references = referencesElsewhere(speaker)
    elsewhere.set(linkKey(group), references)
    const link: LinkQuotes = {
      group,
      folderName: folder?.corpus.entityOf({ article: id, entity: speaker })?.name,
      quotes: listed,
      quoteWords: listed.map((quote) => words.get(quote) ?? 0),
      distinct: distinctCount(listed, groupOf),
      elsewhere: folder ? distinctCount(references, (quote) => folder.corpus.reuseGroupOf(quote)) : 0,
      elsewhereArticles: new Set(references.map((quote) => quote.article)).size,
      words: wordsOf(listed)
    }
    return [link]
  }
  const links = yield* flatMappedInSteps(analysis.links, linkOf, sourcesPerStep)
  const quoteCounts = new Map(links.map(({ group, distinct }) => [group, distinct]))
  const lists = yield* entityLists([...groups.values()], articles, (group) => quoteCounts.get(group) ?? 0)
  const { agency, isoDate } = headOf(article)
  const quotes = yield* collector.entries(groupOf, (group) => entries[group]?.times ?? 1)
  return {
    state: {
      kind: 'list',
      scope: 'article',
      summary: articleSummary(article, allWords, input.languageNote),
      outlet: agency,
      isoDate,
      facets: articleFacets(article, {
        attitudes: showAttitudes,
        groupOf: (quote) => groupOf(collector.indexOf({ article: 0, quote }) ?? -1)
      }),
      articles: articles.map(articleEntry),
      entities: lists.entries,
      quotes,
      quotesInScope,
      distinctQuotes: distinctCount(inScope, groupOf),
      links: withStatus(yield* linkEntries(links, allWords), lists),
      unattributed: analysis.quotes.flatMap((quote, index) => (quote.speaker === null ? ownEntry(index) : [])),
      reuse: entries,
      ...(yield* decidedLists(input)),
      folder: input.folderStatus,
      attitudes: { shown: showAttitudes, count: analysis.quotes.filter(({ act }) => act === 'attitude').length }
    },
    articles,
    members: lists.members,
    elsewhere,
    folder,
    articleOf: (articleId) => folder?.article(articleId),
    project: input.project
  }
}

/** What researchers have said beside the facts themselves. */
function* decidedLists({
  article,
  showAttitudes,
  project = emptyProject,
  proposals = []
}: SidebarInput & { readonly article: DecidedArticle }): Steps<Pick<ListState, 'decided' | 'marks'>> {
  const { decided } = article
  const codebook = codebookOf(project)
  const mains = proposals.map(({ main }) => main)
  const proposed = proposalEntries(article, mains, codebook)
  if (!decided) return proposed.length > 0 ? { marks: { memos: [], review: proposed } } : {}
  return {
    decided: decidedState({ ...article, decided }, codebook, showAttitudes),
    marks: {
      memos: yield* memoEntries(article, decided),
      review: [...(yield* reviewEntries(article, decided, codebook)), ...proposed]
    }
  }
}

/** A source is as decided as its entity is. */
function withStatus(links: readonly LinkEntry[], { entries }: EntityLists): readonly LinkEntry[] {
  const statuses = new Map(entries.map(({ key, status }) => [key, status]))
  return links.map((link) => {
    const status = statuses.get(link.key)
    return status ? { ...link, status } : link
  })
}

/** The reuse groups with quotes of the article: the folder's, or without a folder those inside the article. */
function* reuseAround(
  article: AnalyzedArticle,
  folder: FolderSnapshot | undefined
): Steps<readonly (readonly QuoteReference[])[]> {
  if (!folder) return yield* reuseWithin(article)
  const { corpus } = folder
  const groups = article.analysis.quotes.map((_, quote) => corpus.reuseGroupOf({ article: article.id, quote }))
  return [...new Set(groups)]
    .sort((a, b) => a - b)
    .flatMap((group) => (corpus.reuse[group] ? [corpus.reuse[group]] : []))
}
