import { window } from 'vscode'
import { longestWords } from '../protocol/quotesPanel'
import { onOneLine } from '../util/oneLine'

/** The words that are selected in the editor, else the word at its cursor; "" for none. */
export function selectedWords(): string {
  const editor = window.activeTextEditor
  if (!editor) return ''
  const { document, selection } = editor
  const range = selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : selection
  return range ? onOneLine(document.getText(range)).slice(0, longestWords) : ''
}
