import { Uri } from 'vscode'
import type { EntityReference } from '../corpus'
import type { FolderCorpus } from '../workspace/folderCorpus'
import { definingMention } from './entityAt'
import { distinctQuotes, folderStanding } from './folderEntity'
import type { FolderCard } from './folderLine'

/** More would make the hover a list to scroll; the sidebar and Find All References have them all. */
const shownArticles = 5

/** What the analysed folder knows of an entity of an article; undefined when it does not know the article. `attitudes` also counts what people believe, want and fear. */
export function folderCard(
  folder: FolderCorpus,
  asked: EntityReference,
  { attitudes }: { readonly attitudes: boolean }
): FolderCard | undefined {
  const corpus = folder.currentCorpus()
  const standing = corpus && folderStanding(corpus, asked)
  if (!standing) return undefined
  return {
    articles: standing.articles,
    quotes: distinctQuotes(
      corpus,
      standing.quotes.filter(({ attitude }) => attitudes || !attitude)
    ),
    elsewhere: standing.elsewhere.slice(0, shownArticles).flatMap((member) => placeOf(folder, member) ?? [])
  }
}

function placeOf(
  folder: FolderCorpus,
  { article: uri, entity: id }: EntityReference
): FolderCard['elsewhere'][number] | undefined {
  const article = folder.article(Uri.parse(uri, true))
  if (!article) return undefined
  const { text, analysis } = article
  const entity = analysis.entities.find((one) => one.id === id)
  const span = entity && definingMention(text, analysis, entity)
  return span && { name: article.name, uri: article.uri, span }
}
