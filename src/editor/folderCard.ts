import type { EntityReference } from '../corpus'
import { distinctCount } from '../util/distinct'
import type { FolderSnapshot } from '../workspace/folderArticle'
import { definingMention } from './entityAt'
import { folderStanding } from './folderEntity'
import type { FolderCard } from './folderLine'

/** The most articles in a hover, so that it stays short; the sidebar and Find All References show all of them. */
const shownArticles = 5

/**
 * Where else in the folder an entity is, for its hover; undefined when the corpus does not have it. The folder must
 * have the entity's article with its present text (`FolderSnapshot.has`). `attitudes` also counts what people believe,
 * want and fear.
 */
export function folderCard(
  folder: FolderSnapshot,
  reference: EntityReference,
  { attitudes }: { readonly attitudes: boolean }
): FolderCard | undefined {
  const { corpus } = folder
  const inFolder = folderStanding(corpus, reference)
  if (!inFolder) return undefined
  const quotes = inFolder.quotes.filter(({ attitude }) => attitudes || !attitude)
  return {
    articles: inFolder.articles,
    quotes: distinctCount(quotes, (quote) => corpus.reuseGroupOf(quote)),
    elsewhere: inFolder.elsewhere.slice(0, shownArticles).flatMap((member) => placeOf(folder, member) ?? [])
  }
}

/** The defining mention of an entity in its article. */
function placeOf(
  folder: FolderSnapshot,
  { article: id, entity: entityId }: EntityReference
): FolderCard['elsewhere'][number] | undefined {
  const article = folder.article(id)
  if (!article) return undefined
  const { analysis } = article
  const entity = analysis.entities.find((one) => one.id === entityId)
  const span = entity && definingMention(article, analysis, entity)
  return span && { name: article.name, uri: article.uri, span }
}
