import type { Corpus, CorpusEntity, EntityReference, QuoteReference, SpokenQuote } from '../corpus'

/** What the folder knows of an entity. */
export interface FolderStanding {
  /** One member for each article that speaks of it, the one asked for aside, in the folder's order. */
  readonly elsewhere: readonly EntityReference[]
  /** Articles that speak of it, the one asked for included. */
  readonly articles: number
  /** What it is quoted with, in order of article. */
  readonly quotes: readonly SpokenQuote[]
}

/** Who an entity of an article is in the folder; undefined when the folder does not know the article. Linear in the corpus. */
export function corpusEntityOf({ entities }: Corpus, { article, entity }: EntityReference): CorpusEntity | undefined {
  for (const found of entities) {
    // Ids are shorter than articles' names, and differ more often.
    for (const member of found.members) if (member.entity === entity && member.article === article) return found
  }
  return undefined
}

/** Where else an entity of an article is spoken of. Linear in the corpus. */
export function folderStanding(corpus: Corpus, asked: EntityReference): FolderStanding | undefined {
  const found = corpusEntityOf(corpus, asked)
  if (!found) return undefined
  const articles = new Map(found.members.map((member) => [member.article, member]))
  articles.delete(asked.article)
  return { elsewhere: [...articles.values()], articles: articles.size + 1, quotes: found.quotes }
}

/** How many quotes there are when the same quote again is counted once. */
export function distinctQuotes({ reuse }: Corpus, quotes: readonly QuoteReference[]): number {
  if (quotes.length < 2) return quotes.length
  const wanted = new Set(quotes.map(quoteKey))
  let repeated = 0
  for (const group of reuse) repeated += Math.max(0, group.filter((quote) => wanted.has(quoteKey(quote))).length - 1)
  return quotes.length - repeated
}

function quoteKey({ article, quote }: QuoteReference): string {
  return `${quote} ${article}`
}
