import { TextEditorSelectionChangeKind, window, workspace, type TextEditor } from 'vscode'
import { isReadLanguage } from '../article'
import { l10n } from '../workspace/l10n'
import { languageName, noArticleText, whyNoArticle } from '../workspace/verdictText'
import { isArticle } from '../workspace/articleLanguage'
import { settingsSection, showsAttitudes } from '../workspace/settings'
import { rangeToSpan } from '../workspace/spans'
import type { ArticleEditor, ArticleEditors } from './articleEditors'

/** The editors of VS Code. */
export const windowEditors: ArticleEditors = {
  followed(last) {
    const { activeTextEditor: active, visibleTextEditors: visible } = window
    if (active && isArticle(active.document)) return articleEditor(active)
    const shown =
      visible.find(({ document }) => document === last) ?? visible.find(({ document }) => isArticle(document))
    return shown && articleEditor(shown)
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
  onDidChangeActive: (listener) => window.onDidChangeActiveTextEditor((editor) => listener(editor?.document)),
  onDidChangeVisible: (listener) => window.onDidChangeVisibleTextEditors(() => listener()),
  onDidChangeSelection: (listener) =>
    window.onDidChangeTextEditorSelection(({ textEditor: { document }, kind }) =>
      listener({
        document,
        isByHand: kind === TextEditorSelectionChangeKind.Keyboard || kind === TextEditorSelectionChangeKind.Mouse
      })
    ),
  onDidChangeSettings: (listener) =>
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${settingsSection}.quotes.showAttitudes`)) listener()
    }),
  onDidChangeFolders: (listener) => workspace.onDidChangeWorkspaceFolders(() => listener())
}

function articleEditor({ document, selection }: TextEditor): ArticleEditor {
  return { document, selection: rangeToSpan(document, selection) }
}
