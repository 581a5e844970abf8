import { entityCounts, type EntityReference } from '../corpus'
import { distinctCount } from '../util/distinct'
import type { FolderSnapshot } from '../workspace/folderArticle'
import { folderStanding } from './folderEntity'

/** How often somebody is quoted and mentioned: in the whole folder, or where that has not been read, in the article. */
export interface HoverCounts {
  readonly quotes: number
  readonly mentions: number
  /** Undefined for an article alone. */
  readonly articles: number | undefined
}

/**
 * The counts of an entity over the folder, reused quotes counted once; undefined when the corpus does not have it. `attitudes`
 * also counts what people believe, want and fear. Nothing is unpacked for it.
 */
export function folderCounts(
  folder: FolderSnapshot,
  reference: EntityReference,
  { attitudes }: { readonly attitudes: boolean }
): HoverCounts | undefined {
  const { corpus } = folder
  const standing = folderStanding(corpus, reference)
  if (!standing) return undefined
  const mentions = standing.members.map(({ article: id, entity }) => {
    const digest = folder.article(id)?.digest
    if (!digest) return 0
    const { acting, other } = entityCounts(digest, entity)
    return acting + other
  })
  return {
    quotes: distinctCount(
      standing.quotes.filter(({ attitude }) => attitudes || !attitude),
      (quote) => corpus.reuseGroupOf(quote)
    ),
    mentions: mentions.reduce((sum, count) => sum + count, 0),
    articles: standing.articles
  }
}
