import { window, workspace } from 'vscode'
import { disposableList } from '../util/disposable'
import { articleName } from './articleNames'
import type { OpenTexts } from './openTexts'
import { onDidChangeReadingViews, visibleReadingViews } from './readingViews'
import { maximumArticleSize } from './settings'
import { articleBySetting } from './articlePatterns'
import { rangeToSpan } from './spans'

/** The texts that are open in VS Code. */
export const editorTexts: OpenTexts = {
  all: () => workspace.textDocuments,
  visible: () => [...new Set([...window.visibleTextEditors, ...visibleReadingViews()].map(({ document }) => document))],
  seen(document) {
    const editor = window.visibleTextEditors.find((one) => one.document === document)
    const [first] = editor?.visibleRanges ?? []
    return editor && first && rangeToSpan(editor.document, first)
  },
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
  onDidChangeVisible(listener) {
    const owned = disposableList()
    owned.add(window.onDidChangeVisibleTextEditors(() => listener()))
    owned.add(onDidChangeReadingViews(({ what }) => what === 'shown' && listener()))
    return owned
  },
  onDidChangeSettings: (listener) =>
    workspace.onDidChangeConfiguration((change) => {
      if (['article', 'articles'].some((name) => change.affectsConfiguration(`articleAnnotator.${name}`))) listener()
    })
}
