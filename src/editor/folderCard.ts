import { Uri } from 'vscode'
import type { Quote } from '../analysis'
import type { EntityReference } from '../corpus'
import type { FolderArticle, FolderCorpus } from '../workspace/folderCorpus'
import { definingMention } from './entityAt'
import { folderStanding } from './folderEntity'
import type { FolderCard } from './folderLine'
import { corpusNow } from './freshCorpus'

/** More would make the hover a list to scroll; the sidebar and Find All References have them all. */
const shownArticles = 5

/** What the analysed folder knows of an entity of an article; undefined when it does not know the article. */
export function folderCard(folder: FolderCorpus, asked: EntityReference, counts: (quote: Quote) => boolean): FolderCard | undefined {
  const corpus = corpusNow(folder)
  // Quotes of one article come one after another: each article is looked up once.
  let last: { readonly uri: string; readonly article: FolderArticle | undefined } | undefined
  const standing = corpus && folderStanding(corpus, asked, ({ article: uri, quote }) => {
    if (last?.uri !== uri) last = { uri, article: articleOf(folder, uri) }
    const known = last.article?.analysis.quotes[quote]
    return known !== undefined && counts(known)
  })
  return standing && { articles: standing.articles, quotes: standing.quotes, elsewhere: standing.elsewhere.slice(0, shownArticles).flatMap((member) => placeOf(folder, member) ?? []) }
}

function placeOf(folder: FolderCorpus, { article: uri, entity: id }: EntityReference): FolderCard['elsewhere'][number] | undefined {
  const article = articleOf(folder, uri)
  const entity = article?.analysis.entities.find((one) => one.id === id)
  const span = article && entity && definingMention(article.text, article.analysis, entity)
  return span && { name: article.name, uri: article.uri, span }
}

function articleOf(folder: FolderCorpus, uri: string): FolderArticle | undefined {
  return folder.article(Uri.parse(uri, true))
}
