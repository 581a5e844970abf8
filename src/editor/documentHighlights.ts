import {
  DocumentHighlight,
  DocumentHighlightKind,
  languages,
  type Disposable,
  type LogOutputChannel,
  type TextDocument
} from 'vscode'
import type { ArticleDocuments, OpenArticle } from '../workspace/articleDocuments'
import { articleSelector } from '../workspace/articleLanguage'
import { spanToRange } from '../workspace/spans'
import { definingMention, entityAt, mentionsOf } from './entityAt'
import { guarded } from './guard'

/**
 * Highlights all mentions of the entity at the cursor, as VS Code does with a variable; the defining mention as a write
 * access.
 */
export function registerDocumentHighlights(documents: ArticleDocuments, log: LogOutputChannel): Disposable {
  return languages.registerDocumentHighlightProvider(articleSelector, {
    provideDocumentHighlights: (document, position, token) =>
      guarded(log, 'Highlighting mentions', async () => {
        const analyzed = await documents.analyzeSoon(document, token)
        return analyzed && highlightsAt(document, analyzed, document.offsetAt(position))
      })
  })
}

function highlightsAt(
  document: TextDocument,
  { article, analysis }: OpenArticle,
  offset: number
): DocumentHighlight[] | undefined {
  const found = entityAt(analysis, offset)
  if (!found) return undefined
  const defining = definingMention(article, analysis, found.entity)
  return mentionsOf(analysis, found.entity).map(
    (mention) =>
      new DocumentHighlight(
        spanToRange(document, mention),
        mention === defining ? DocumentHighlightKind.Write : DocumentHighlightKind.Read
      )
  )
}
