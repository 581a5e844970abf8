import {
  languages,
  Location,
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
import type { ArticleFolder } from '../workspace/articleFolder'
import type { FolderSnapshot } from '../workspace/folderArticle'
import { spanToRange } from '../workspace/spans'
import { entityAt, mentionsOf, referencesTo } from './entityAt'
import { folderSettled, analyzeOpenArticles } from './freshCorpus'
import { guarded } from './guard'
import { rangeInText } from './rangeInText'

/**
 * Find All References: all mentions of an entity, also pronouns and descriptions, in the article and the analyzed
 * folder.
 */
export function registerReferences(
  documents: ArticleDocuments,
  folder: ArticleFolder,
  log: LogOutputChannel
): Disposable {
  async function find(
    document: TextDocument,
    position: Position,
    { includeDeclaration }: ReferenceContext,
    token: CancellationToken
  ): Promise<Location[] | undefined> {
    await folderSettled(folder, token)
    await analyzeOpenArticles(documents, folder, token)
    const analyzed = await documents.analyze(document, token)
    const found = analyzed && entityAt(analyzed.analysis, document.offsetAt(position))
    if (!found) return undefined
    const { id, uri, analysis } = analyzed
    const own = referencesTo(analyzed, analysis, found.entity, { declaration: includeDeclaration }).map(
      (mention) => new Location(uri, spanToRange(document, mention))
    )
    const snapshot = folder.snapshot()
    if (!snapshot?.has(analyzed)) return own
    const entity = snapshot.corpus.entityOf({ article: id, entity: found.entity.id })
    return entity ? [...own, ...(await referencesElsewhere(snapshot, entity, id, token))] : own
  }

  return languages.registerReferenceProvider(articleSelector, {
    provideReferences: (document, position, context, token) =>
      guarded(log, 'Find All References', () => find(document, position, context, token))
  })
}

async function referencesElsewhere(
  folder: FolderSnapshot,
  { members }: CorpusEntity,
  here: string,
  token: CancellationToken
): Promise<Location[]> {
  const slices = workSlices()
  const locations: Location[] = []
  for (const { article: id, entity: entityId } of members) {
    const article = id === here ? undefined : folder.article(id)
    if (!article) continue
    await slices.rest()
    if (token.isCancellationRequested) return []
    const { text, analysis } = article
    const entity = analysis.entities.find((one) => one.id === entityId)
    if (!entity) continue
    const rangeOf = rangeInText(text)
    for (const mention of mentionsOf(analysis, entity)) locations.push(new Location(article.uri, rangeOf(mention)))
  }
  return locations
}
