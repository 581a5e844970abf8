import {
  commands,
  TabInputCustom,
  TabInputText,
  ViewColumn,
  window,
  workspace,
  Range,
  type TextDocument,
  type Uri
} from 'vscode'
import type { ReadingEditor } from './readingEditor'
import { readingViewType } from './readingTools'

/** Opens the reading view of a document in place of its text editor, which goes where nothing unsaved is in it. */
export async function openInReadingView(uri: Uri): Promise<void> {
  const column = window.activeTextEditor?.viewColumn ?? ViewColumn.Active
  await commands.executeCommand('vscode.openWith', uri, readingViewType, column)
  await closeOther(uri, 'text')
}

/** Opens the text editor in place of a reading view, with the cursor where the reader is. */
export async function openAsText({ document, panel, place }: ReadingEditor): Promise<void> {
  const at = document.positionAt(place())
  await commands.executeCommand('vscode.openWith', document.uri, 'default', {
    viewColumn: panel.viewColumn ?? ViewColumn.Active,
    selection: new Range(at, at)
  })
  await closeOther(document.uri, 'reading')
}

/** Where the selection of the document's text editor begins, if there is one. */
export function cursorIn(document: TextDocument): number | undefined {
  const editor = [window.activeTextEditor, ...window.visibleTextEditors].find((one) => one?.document === document)
  return editor && document.offsetAt(editor.selection.start)
}

/** Of a text that is not saved VS Code would ask what to do with it: it stays open in both. */
async function closeOther(uri: Uri, kind: 'text' | 'reading'): Promise<void> {
  const key = uri.toString()
  if (workspace.textDocuments.some((document) => document.isDirty && document.uri.toString() === key)) return
  const tab = window.tabGroups.activeTabGroup.tabs.find(({ input }) =>
    kind === 'text'
      ? input instanceof TabInputText && input.uri.toString() === key
      : input instanceof TabInputCustom && input.viewType === readingViewType && input.uri.toString() === key
  )
  if (tab) await window.tabGroups.close(tab, true)
}
