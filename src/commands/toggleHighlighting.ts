import { commands, type Disposable } from 'vscode'
import { highlightsText } from '../workspace/settings'
import { setHighlighting } from '../workspace/switchHighlights'

/** Switches everything that we show in the text of articles off, and on again as it was. */
export function registerToggleHighlighting(): Disposable {
  return commands.registerCommand('articleAnnotator.toggleHighlighting', () => setHighlighting(!highlightsText()))
}
