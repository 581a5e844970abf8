import { Uri, type CancellationToken } from 'vscode'
import type { Quote } from '../analysis'
import type { EntityReference, QuoteReference } from '../corpus'
import { workSlices } from '../util/slices'
import type { FolderArticle, FolderCorpus } from '../workspace/folderCorpus'
import { definingMention } from './entityAt'
import { distinctQuotes, folderStanding } from './folderEntity'
import type { FolderCard } from './folderLine'
import { corpusNow } from './freshCorpus'

/** More would make the hover a list to scroll; the sidebar and Find All References have them all. */
const shownArticles = 5
/** To know which quotes count, their articles are opened: of more articles than this a hover does not wait for it. */
const countedArticles = 1000

/** What the analysed folder knows of an entity of an article; undefined when it does not know the article. `counts` says which quotes do. */
export async function folderCard(folder: FolderCorpus, asked: EntityReference, counts: (quote: Quote) => boolean, token: CancellationToken): Promise<FolderCard | undefined> {
  const corpus = corpusNow(folder)
  const standing = corpus && folderStanding(corpus, asked)
  if (!standing) return undefined
  const elsewhere = standing.elsewhere.slice(0, shownArticles).flatMap((member) => placeOf(folder, member) ?? [])
  const counted = await countedQuotes(folder, standing.quotes, counts, token)
  return { articles: standing.articles, quotes: counted && distinctQuotes(corpus, counted), elsewhere }
}

async function countedQuotes(folder: FolderCorpus, quotes: readonly QuoteReference[], counts: (quote: Quote) => boolean, token: CancellationToken): Promise<readonly QuoteReference[] | undefined> {
  const slices = workSlices()
  const byArticle = new Map<string, QuoteReference[]>()
  for (const quote of quotes) {
    const known = byArticle.get(quote.article)
    if (known) known.push(quote)
    else byArticle.set(quote.article, [quote])
  }
  if (byArticle.size > countedArticles) return undefined
  const counted: QuoteReference[] = []
  for (const [uri, own] of byArticle) {
    await slices.rest()
    if (token.isCancellationRequested) return undefined
    const analysis = articleOf(folder, uri)?.analysis
    for (const reference of own) {
      const quote = analysis?.quotes[reference.quote]
      if (quote && counts(quote)) counted.push(reference)
    }
  }
  return counted
}

function placeOf(folder: FolderCorpus, { article: uri, entity: id }: EntityReference): FolderCard['elsewhere'][number] | undefined {
  const article = articleOf(folder, uri)
  if (!article) return undefined
  const { text, analysis } = article
  const entity = analysis.entities.find((one) => one.id === id)
  const span = entity && definingMention(text, analysis, entity)
  return span && { name: article.name, uri: article.uri, span }
}

function articleOf(folder: FolderCorpus, uri: string): FolderArticle | undefined {
  return folder.article(Uri.parse(uri, true))
}
