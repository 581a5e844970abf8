import type { Corpus, EntityReference, SpokenQuote } from '../corpus'

/** The articles and quotes of an entity in the whole folder. */
export interface FolderStanding {
  /** Who it is in each article, in the folder's order. */
  readonly members: readonly EntityReference[]
  /** Number of articles that mention it, including the given one. */
  readonly articles: number
  /** Its quotes in all articles, in order of article. */
  readonly quotes: readonly SpokenQuote[]
}

/** Where an entity of an article is mentioned and quoted in the folder; undefined when the corpus does not have it. */
export function folderStanding(corpus: Corpus, reference: EntityReference): FolderStanding | undefined {
  const found = corpus.entityOf(reference)
  if (!found) return undefined
  const { members, quotes } = found
  return { members, articles: new Set(members.map(({ article }) => article)).size, quotes }
}
