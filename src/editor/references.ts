import {
  languages,
  Location,
  Uri,
  type CancellationToken,
  type Disposable,
  type LogOutputChannel,
  type Position,
  type ReferenceContext,
  type TextDocument
} from 'vscode'
import type { CorpusEntity } from '../corpus'
import { workSlices } from '../util/slices'
import type { ArticleDocuments } from '../workspace/articleDocuments'
import { articleSelector } from '../workspace/articleLanguage'
import type { FolderCorpus } from '../workspace/folderCorpus'
import { spanToRange } from '../workspace/spans'
import { entityAt, mentionsOf, referencesTo } from './entityAt'
import { corpusEntityOf } from './folderEntity'
import { folderSettled, freshenOpenArticles } from './freshCorpus'
import { guarded } from './guard'
import { rangeInText } from './rangeInText'

/** Finds all mentions of an entity, pronouns and descriptions too: in the article, and once the folder is analysed in all of its articles. */
export function registerReferences(
  documents: ArticleDocuments,
  folder: FolderCorpus,
  log: LogOutputChannel
): Disposable {
  async function find(
    document: TextDocument,
    position: Position,
    { includeDeclaration }: ReferenceContext,
    token: CancellationToken
  ): Promise<Location[] | undefined> {
    await folderSettled(folder, token)
    await freshenOpenArticles(documents, folder, token)
    const analyzed = await documents.analyze(document, token)
    const found = analyzed && entityAt(analyzed.analysis, document.offsetAt(position))
    if (!found) return undefined
    const { uri, article, analysis } = analyzed
    const own = referencesTo(article.text, analysis, found.entity, { declaration: includeDeclaration }).map(
      (mention) => new Location(uri, spanToRange(document, mention))
    )
    const corpus = folder.currentCorpus()
    const entity = corpus && corpusEntityOf(corpus, { article: uri.toString(), entity: found.entity.id })
    return entity ? [...own, ...(await referencesElsewhere(folder, entity, uri, token))] : own
  }

  return languages.registerReferenceProvider(articleSelector, {
    provideReferences: (document, position, context, token) =>
      guarded(log, 'Find All References', () => find(document, position, context, token))
  })
}

async function referencesElsewhere(
  folder: FolderCorpus,
  { members }: CorpusEntity,
  here: Uri,
  token: CancellationToken
): Promise<Location[]> {
  const slices = workSlices()
  const locations: Location[] = []
  // All at once: an article that changes at a pause is another one, and the number somebody else's in it.
  const articles = members.flatMap(({ article: uri, entity: id }) => {
    const article = uri === here.toString() ? undefined : folder.article(Uri.parse(uri, true))
    return article ? { article, id } : []
  })
  for (const { article, id } of articles) {
    await slices.rest()
    if (token.isCancellationRequested) return []
    const { text, analysis } = article
    const entity = analysis.entities.find((one) => one.id === id)
    if (!entity) continue
    const rangeOf = rangeInText(text)
    for (const mention of mentionsOf(analysis, entity)) locations.push(new Location(article.uri, rangeOf(mention)))
  }
  return locations
}
