import { TextEditorSelectionChangeKind, window, workspace } from 'vscode'
import { disposableList } from '../util/disposable'
import { isReadLanguage } from '../article'
import { l10n } from '../workspace/l10n'
import { languageName, noArticleText, whyNoArticle } from '../workspace/verdictText'
import { followedEditor } from '../workspace/followedEditor'
import { onDidChangeReadingViews } from '../workspace/readingViews'
import { settingsSection, showsAttitudes } from '../workspace/settings'
import type { ArticleEditors } from './articleEditors'

/** The editors of VS Code. */
export const windowEditors: ArticleEditors = {
  followed: followedEditor,
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
