import { commands, window, type Disposable, type TreeView } from 'vscode'
import { l10n } from '../../workspace/l10n'
import { chosenCodes, type ChosenCodes } from '../chosenCodes'
import { rowOfKey } from '../../workspace/rowOfKey'
import type { CodebookTools } from '../tools'

/** Registers a command about the chosen codes, which tells the user when there are none. */
export function codesCommand(
  id: string,
  tools: CodebookTools,
  view: TreeView<string>,
  run: (chosen: ChosenCodes) => void | Promise<void>
): Disposable {
  return commands.registerCommand(id, async (row: unknown, rows: unknown): Promise<void> => {
    const chosen = chosenCodes(tools, view, await rowOfKey(row, view), rows)
    if (!chosen) {
      void window.showInformationMessage(l10n.t('Select a code in the codebook first.'))
      return
    }
    if (await tools.askAnnotator()) await run(chosen)
  })
}
