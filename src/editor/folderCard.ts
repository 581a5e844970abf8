import type { EntityReference } from '../corpus'
import { distinctCount } from '../util/distinct'
import type { FolderSnapshot } from '../workspace/folderArticle'
import { definingMention } from './entityAt'
import { folderStanding } from './folderEntity'
import type { FolderCard } from './folderLine'

/** More would make the hover a list to scroll; the sidebar and Find All References have them all. */
const shownArticles = 5

/**
 * What the analyzed folder knows of an entity of an article that is in it as it reads now; undefined when it does not know
 * the entity. `attitudes` also counts what people believe, want and fear.
 */
export function folderCard(
  folder: FolderSnapshot,
  asked: EntityReference,
  { attitudes }: { readonly attitudes: boolean }
): FolderCard | undefined {
  const { corpus } = folder
  const standing = folderStanding(corpus, asked)
  if (!standing) return undefined
  const quotes = standing.quotes.filter(({ attitude }) => attitudes || !attitude)
  return {
    articles: standing.articles,
    quotes: distinctCount(quotes, (quote) => corpus.reuseGroupOf(quote)),
    elsewhere: standing.elsewhere.slice(0, shownArticles).flatMap((member) => placeOf(folder, member) ?? [])
  }
}

function placeOf(
  folder: FolderSnapshot,
  { article: id, entity: entityId }: EntityReference
): FolderCard['elsewhere'][number] | undefined {
  const article = folder.article(id)
  if (!article) return undefined
  const { text, analysis } = article
  const entity = analysis.entities.find((one) => one.id === entityId)
  const span = entity && definingMention(text, analysis, entity)
  return span && { name: article.name, uri: article.uri, span }
}
