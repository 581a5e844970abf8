import { articleEntry } from './articleLists'
import type { QuotesElsewhere } from './protocol'
import { quoteCollector } from './quoteEntries'
import { reuseGroups } from './reuseGroups'
import type { SidebarArticle, SidebarLists } from './sources'

/** More than this at once would be felt while typing. */
const mostAtOnce = 400

/** The first `count` quotes of a source in other articles; undefined for a link that has none. */
export function quotesElsewhere({ elsewhere, articleOf, folder }: SidebarLists, key: string, count: number): QuotesElsewhere | undefined {
  const references = elsewhere.get(key)
  if (!references || !folder) return undefined
  const articles: SidebarArticle[] = []
  const numbers = new Map<string, number>()
  const collector = quoteCollector(articles)
  const groupOf = reuseGroups(folder.corpus)
  const groups: number[] = []
  for (const { article: uri, quote } of references.slice(0, Math.min(count, mostAtOnce))) {
    const source = articleOf(uri)
    if (!source) continue
    const article = numbers.get(uri) ?? articles.push(source) - 1
    numbers.set(uri, article)
    if (collector.add({ article, quote }) !== undefined) groups.push(groupOf({ article: uri, quote }))
  }
  // What occurs again is told by its number alone: its other places are in the list of repeated quotes.
  const times = groups.map((group) => folder.corpus.reuse[group]?.length ?? 1)
  const quotes = collector.entries(() => -1).map((entry, index) => ({ ...entry, times: times[index] ?? 1 }))
  return { key, articles: articles.map(articleEntry), quotes, of: Math.min(references.length, mostAtOnce) }
}
