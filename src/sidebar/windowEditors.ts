import { TextEditorSelectionChangeKind, window, workspace, type TextEditor } from 'vscode'
import { disposableList } from '../util/disposable'
import { isReadLanguage } from '../article'
import { l10n } from '../workspace/l10n'
import { languageName, noArticleText, whyNoArticle } from '../workspace/verdictText'
import { isArticle } from '../workspace/articleLanguage'
import { activeReadingView, onDidChangeReadingViews, visibleReadingViews } from '../workspace/readingViews'
import { settingsSection, showsAttitudes } from '../workspace/settings'
import { rangeToSpan } from '../workspace/spans'
import type { ArticleEditor, ArticleEditors } from './articleEditors'

/** The editors of VS Code. */
export const windowEditors: ArticleEditors = {
  followed(last) {
    const { activeTextEditor: active, visibleTextEditors: visible } = window
    if (active && isArticle(active.document)) return articleEditor(active)
    const readings = visibleReadingViews().filter(({ document }) => isArticle(document))
    const reading = activeReadingView() ?? readings.find(({ document }) => document === last)
    if (reading) return { document: reading.document, selection: reading.selection() }
    const shown =
      visible.find(({ document }) => document === last) ?? visible.find(({ document }) => isArticle(document))
    if (shown) return articleEditor(shown)
    return readings[0] && { document: readings[0].document, selection: readings[0].selection() }
  },
  whyNoArticle: ({ standing, article: { verdict } }) =>
    standing?.isArticle === false
      ? { title: noArticleText(standing, verdict), help: whyNoArticle(standing, verdict) }
      : undefined,
  languageNote: ({ article }) =>
    isReadLanguage(article)
      ? undefined
      : l10n.t('In {0}: read by its layout only', languageName(article.language ?? '')),
  showsAttitudes: (document) => showsAttitudes(document),
  hasFolder: () => Boolean(workspace.workspaceFolders?.length),
  onDidChangeActive(listener) {
    const owned = disposableList()
    owned.add(window.onDidChangeActiveTextEditor((editor) => listener(editor?.document)))
    owned.add(
      onDidChangeReadingViews(({ view, what }) => what === 'shown' && view.isActive() && listener(view.document))
    )
    return owned
  },
  onDidChangeVisible(listener) {
    const owned = disposableList()
    owned.add(window.onDidChangeVisibleTextEditors(() => listener()))
    owned.add(onDidChangeReadingViews(({ what }) => what === 'shown' && listener()))
    return owned
  },
  onDidChangeSelection(listener) {
    const owned = disposableList()
    owned.add(
      window.onDidChangeTextEditorSelection(({ textEditor: { document }, kind }) =>
        listener({
          document,
          isByHand: kind === TextEditorSelectionChangeKind.Keyboard || kind === TextEditorSelectionChangeKind.Mouse
        })
      )
    )
    owned.add(
      onDidChangeReadingViews(
        ({ view, what }) => what === 'selection' && listener({ document: view.document, isByHand: true })
      )
    )
    return owned
  },
  onDidChangeSettings: (listener) =>
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${settingsSection}.quotes.showAttitudes`)) listener()
    }),
  onDidChangeFolders: (listener) => workspace.onDidChangeWorkspaceFolders(() => listener())
}

function articleEditor({ document, selection }: TextEditor): ArticleEditor {
  return { document, selection: rangeToSpan(document, selection) }
}
