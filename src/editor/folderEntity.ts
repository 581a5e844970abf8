import type { Corpus, EntityReference, SpokenQuote } from '../corpus'

/** What the folder knows of an entity. */
export interface FolderStanding {
  /** One member for each article that speaks of it, the one asked for aside, in the folder's order. */
  readonly elsewhere: readonly EntityReference[]
  /** Articles that speak of it, the one asked for included. */
  readonly articles: number
  /** What it is quoted with, in order of article. */
  readonly quotes: readonly SpokenQuote[]
}

/** Where else an entity of an article is spoken of; undefined when the folder does not know the article. */
export function folderStanding(corpus: Corpus, asked: EntityReference): FolderStanding | undefined {
  const found = corpus.entityOf(asked)
  if (!found) return undefined
  const articles = new Map(found.members.map((member) => [member.article, member]))
  articles.delete(asked.article)
  return { elsewhere: [...articles.values()], articles: articles.size + 1, quotes: found.quotes }
}
