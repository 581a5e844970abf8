import { window, workspace } from 'vscode'
import { articleName } from './articleNames'
import type { OpenTexts } from './openTexts'
import { maximumArticleSize } from './settings'
import { articleBySetting } from './articlePatterns'

/** The texts that are open in VS Code. */
export const editorTexts: OpenTexts = {
  all: () => workspace.textDocuments,
  visible: () => window.visibleTextEditors.map(({ document }) => document),
  maximumSize: (document) => maximumArticleSize(document),
  bySetting: ({ uri }) => articleBySetting(uri),
  nameOf: articleName,
  onDidChange: (listener) =>
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const edits = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
        start: rangeOffset,
        end: rangeOffset + rangeLength,
        text
      }))
      if (edits.length > 0) listener({ document, edits })
    }),
  onDidClose: (listener) => workspace.onDidCloseTextDocument(listener),
  onDidSave: (listener) => workspace.onDidSaveTextDocument(listener),
  onDidChangeVisible: (listener) => window.onDidChangeVisibleTextEditors(() => listener()),
  onDidChangeSettings: (listener) =>
    workspace.onDidChangeConfiguration((change) => {
      if (['article', 'articles'].some((name) => change.affectsConfiguration(`articleAnnotator.${name}`))) listener()
    })
}
