import type { Disposable } from 'vscode'
import { disposableList } from '../../util/disposable'
import { l10n } from '../../workspace/l10n'
import { plainCommand, askAnnotator } from './perform'
import { say, type DecideTools } from './place'

/** Takes steps back and does them again; the text's own undo is VS Code's. */
export function registerHistory(tools: DecideTools): Disposable {
  const { annotations } = tools
  const owned = disposableList()
  owned.add(
    plainCommand(tools, 'undo', () => {
      const label = annotations.undoLabel()
      if (label === undefined || !annotations.undo()) return say(l10n.t('No decision to undo.'))
      return say(l10n.t('Undone: {0}', label))
    })
  )
  owned.add(
    plainCommand(tools, 'redo', () => {
      const label = annotations.redoLabel()
      if (label === undefined || !annotations.redo()) return say(l10n.t('No decision to redo.'))
      return say(l10n.t('Done again: {0}', label))
    })
  )
  owned.add(plainCommand(tools, 'setAnnotator', () => askAnnotator(annotations.annotator() ?? '')))
  return owned
}
