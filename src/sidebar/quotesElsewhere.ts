import type { AnalyzedArticle } from '../analysis'
import type { FolderArticle } from '../workspace/folderArticle'
import { emptyProject } from '../annotations'
import { quoteFacts, type QuoteReference } from '../corpus'
import { distinctCount } from '../util/distinct'
import { hasFacets, meetsArticle, meetsQuote, type Facets, type SpeakerFacts } from '../util/facets'
import { hasConditions, inOneArticle, meetsConditions, readQuery } from '../util/filterQuery'
import { foldLetters, hasAllWords } from '../util/folding'
import { mentionsIn } from '../study/facetsIn'
import { articleEntry, articleFacts } from './articleEntry'
import { codebookOf } from '../study/decided/codebook'
import { factStates } from '../study/decided/factStates'
import { judged } from '../study/decided/judged'
import { itemText, searchTextOf } from '../study/searchTexts'
import type { FoundElsewhere, QuotesElsewhere } from '../protocol/sidebar'
import { quoteCollector } from './quoteEntries'
import type { SidebarLists } from './sources'
import { finish, type Steps } from '../util/steps'

/** The most quotes of one answer: making more entries at once would delay typing noticeably. */
const mostAtOnce = 400

/** The quotes of sources in other articles that match a filter, by the key of the source's entry. */
export interface ElsewhereView {
  readonly filter: string
  readonly quotes: ReadonlyMap<string, readonly QuoteReference[]>
}

/**
 * Searches the quotes of every source in other articles, in small steps. A source whose own name matches keeps all its
 * quotes.
 */
export function* searchElsewhere(
  { state, elsewhere, articleOf, project, folder }: SidebarLists,
  filter: string
): Steps<ElsewhereView> {
  const query = inOneArticle(readQuery(filter))
  const { words } = query
  const isConditional = hasConditions(query)
  const codebook = codebookOf(project ?? emptyProject)
  if (words.length === 0 && !isConditional) return { filter, quotes: elsewhere }
  const quotes = new Map<string, readonly QuoteReference[]>()
  const mentions = folder ? mentionsIn(folder) : () => false
  for (const { key, name, description, named, kind, folderName } of state.kind === 'list' ? state.links : []) {
    const speaker = { named, type: kind, names: [name, folderName ?? name] }
    const references = elsewhere.get(key) ?? []
    if (!isConditional && hasAllWords(foldLetters(`${name}\n${description}`), words)) {
      quotes.set(key, references)
      continue
    }
    const found: QuoteReference[] = []
    for (const reference of references) {
      yield
      const source = articleOf(reference.article)
      const text = source && searchTextOf(source).quotes
      if (!text || !hasAllWords(itemText(text, reference.quote), words)) continue
      if (!isInFacets(source, reference.quote, query.facets, speaker, mentions)) continue
      if (!isConditional || meetsConditions(query, judged(factStates(source).quote(reference.quote), codebook)))
        found.push(reference)
    }
    quotes.set(key, found)
  }
  return { filter, quotes }
}

function isInFacets(
  source: FolderArticle,
  quote: number,
  facets: Facets,
  speaker: SpeakerFacts,
  mentions: ReturnType<typeof mentionsIn>
): boolean {
  if (!hasFacets(facets)) return true
  const facts = quoteFacts(source.digest, quote)
  if (!facts || !meetsArticle(facets, articleFacts(source))) return false
  const words = () => itemText(searchTextOf(source).quotes, quote).split('\n')[0] ?? ''
  return meetsQuote(facets, {
    kind: facts.kind,
    act: facts.isAttitude ? 'attitude' : 'speech',
    speaker,
    words,
    mentions: (wanted) => mentions(source, quote, wanted)
  })
}

/** The number of quotes found for each source, reused ones counted once. */
export function foundElsewhere({ folder }: SidebarLists, { filter, quotes }: ElsewhereView): FoundElsewhere {
  const groupOf = folder && ((quote: QuoteReference) => folder.corpus.reuseGroupOf(quote))
  return {
    filter,
    counts: groupOf ? [...quotes].map(([key, references]) => [key, distinctCount(references, groupOf)] as const) : []
  }
}

/** The first `count` quotes of a source in other articles; undefined for an unknown key. */
export function quotesElsewhere(
  { articleOf, folder }: SidebarLists,
  { filter, quotes: found }: ElsewhereView,
  key: string,
  count: number
): QuotesElsewhere | undefined {
  const references = found.get(key)
  if (!references || !folder) return undefined
  const articles: AnalyzedArticle[] = []
  const numbers = new Map<string, number>()
  const collector = quoteCollector(articles)
  const groups: number[] = []
  for (const { article: uri, quote } of references.slice(0, Math.min(count, mostAtOnce))) {
    const source = articleOf(uri)
    if (!source) continue
    const article = numbers.get(uri) ?? articles.push(source) - 1
    numbers.set(uri, article)
    if (collector.add({ article, quote }) !== undefined)
      groups.push(folder.corpus.reuseGroupOf({ article: uri, quote }))
  }
  // For a reused quote only the number of times is shown: the list of repeated quotes has its places.
  const times = groups.map((group) => folder.corpus.reuse[group]?.length ?? 1)
  const quotes = finish(collector.entries(() => -1)).map((entry, index) => ({ ...entry, times: times[index] ?? 1 }))
  return { key, filter, articles: articles.map(articleEntry), quotes, total: Math.min(references.length, mostAtOnce) }
}
