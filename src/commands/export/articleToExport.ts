import { ProgressLocation, window, workspace, type TextDocument, type Uri } from 'vscode'
import { activeDocument } from '../../workspace/activeDocument'
import type { ArticleDocuments, OpenArticle } from '../../workspace/articleDocuments'
import { isArticle } from '../../workspace/articleLanguage'
import { shownName } from '../../workspace/fileName'
import { l10n } from '../../workspace/l10n'

/** The article of the active editor. */
export function exportableArticle(): TextDocument | undefined {
  const document = activeDocument()
  return document && isArticle(document) ? document : undefined
}

/** The article of the active editor, or an open one, analyzed. Undefined where there is none, which the user is told. */
export async function articleToExport(documents: ArticleDocuments, wanted?: Uri): Promise<OpenArticle | undefined> {
  const document = wanted
    ? workspace.textDocuments.find(({ uri }) => uri.toString() === wanted.toString())
    : exportableArticle()
  if (!document) {
    void window.showInformationMessage(l10n.t('Open the article that you want to export first.'))
    return undefined
  }
  const analyzed = await analyzeForExport(documents, document)
  if (!analyzed?.problem) return analyzed
  void window.showWarningMessage(
    l10n.t('{0} cannot be analyzed, so there is nothing to export.', shownName(document.uri))
  )
  return undefined
}

async function analyzeForExport(documents: ArticleDocuments, document: TextDocument): Promise<OpenArticle | undefined> {
  const known = documents.peek(document.uri)
  if (known && !known.isPreliminary) return known
  return window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Reading the article'), cancellable: true },
    (_, token) => documents.analyze(document, token)
  )
}
