import type { Corpus, EntityReference, SpokenQuote } from '../corpus'

/** The articles and quotes of an entity in the whole folder. */
export interface FolderStanding {
  /** One member for each other article that mentions it, in the folder's order. */
  readonly elsewhere: readonly EntityReference[]
  /** Number of articles that mention it, including the given one. */
  readonly articles: number
  /** Its quotes in all articles, in order of article. */
  readonly quotes: readonly SpokenQuote[]
}

/** Where an entity of an article is mentioned and quoted in the folder; undefined when the corpus does not have it. */
export function folderStanding(corpus: Corpus, reference: EntityReference): FolderStanding | undefined {
  const found = corpus.entityOf(reference)
  if (!found) return undefined
  const articles = new Map(found.members.map((member) => [member.article, member]))
  articles.delete(reference.article)
  return { elsewhere: [...articles.values()], articles: articles.size + 1, quotes: found.quotes }
}
