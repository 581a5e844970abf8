import { window } from 'vscode'
import { longestWords } from '../protocol/quotesPanel'
import { onOneLine } from '../util/oneLine'
import { activeReadingView } from '../workspace/readingViews'

/** The words that are selected in the editor or the reading view, else the word at the editor's cursor; "" for none. */
export function selectedWords(): string {
  const reading = activeReadingView()
  if (reading) {
    const { start, end } = reading.selection()
    return onOneLine(reading.document.getText().slice(start, end)).slice(0, longestWords)
  }
  const editor = window.activeTextEditor
  if (!editor) return ''
  const { document, selection } = editor
  const range = selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : selection
  return range ? onOneLine(document.getText(range)).slice(0, longestWords) : ''
}
