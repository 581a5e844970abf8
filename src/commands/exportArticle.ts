import {
  commands,
  l10n,
  ProgressLocation,
  Uri,
  window,
  type Disposable,
  type LogOutputChannel,
  type TextDocument
} from 'vscode'
import type { ArticleDocuments, OpenArticle } from '../workspace/articleDocuments'
import { isArticle } from '../workspace/articleLanguage'
import { fileName, shownName } from '../workspace/fileName'
import { askExportTarget, exportChoice } from './exportTarget'
import { writeExport } from './writeExport'

/** Exports the article of the active editor. Gives the written file to a caller, undefined when there is none. */
export function registerExportArticle(documents: ArticleDocuments, log: LogOutputChannel): Disposable {
  return commands.registerCommand(
    'articleAnnotator.exportArticle',
    async (argument: unknown): Promise<Uri | undefined> => {
      const document = window.activeTextEditor?.document
      if (!document || !isArticle(document)) {
        void window.showInformationMessage(l10n.t('Open the article that you want to export first.'))
        return undefined
      }
      const isFile = document.uri.scheme !== 'untitled'
      const name = fileName(document.uri)
      const target = await askExportTarget(
        exportChoice(argument),
        isFile ? Uri.joinPath(document.uri, '..') : undefined,
        name.replace(/\.(txt|md)$/i, '')
      )
      if (!target) return undefined
      const analyzed = await analyzeForExport(documents, document)
      if (!analyzed) return undefined
      if (analyzed.problem) {
        void window.showWarningMessage(
          l10n.t('{0} cannot be analyzed, so there is nothing to export.', shownName(document.uri))
        )
        return undefined
      }
      const isWritten = await writeExport(target, [analyzed], log)
      return isWritten ? target.uri : undefined
    }
  )
}

async function analyzeForExport(documents: ArticleDocuments, document: TextDocument): Promise<OpenArticle | undefined> {
  const known = documents.peek(document.uri)
  if (known) return known
  return window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Reading the article'), cancellable: true },
    (_, token) => documents.analyze(document, token)
  )
}
