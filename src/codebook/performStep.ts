import { window } from 'vscode'
import type { Edit } from '../annotations'
import { printableMessage, withoutMarks } from '../util/printable'
import { l10n } from '../workspace/l10n'
import type { CodebookTools } from './tools'

/** Milliseconds. */
const messageTime = 4000

/**
 * Makes a step of the edits, when there are any, and says in the status bar what it was. False when it cannot be kept; the user
 * is told.
 */
export function performStep(
  { annotations, log }: Pick<CodebookTools, 'annotations' | 'log'>,
  label: string,
  edits: readonly Edit[]
): boolean {
  if (edits.length === 0) return true
  try {
    annotations.perform({ label, edits })
  } catch (error) {
    log.error(`"${label}" could not be done`, error)
    const reason = printableMessage(error instanceof Error ? error.message : String(error), 300)
    void window.showErrorMessage(l10n.t('{0} could not be done: {1}', withoutMarks(label), withoutMarks(reason)))
    return false
  }
  window.setStatusBarMessage(l10n.t('Done: {0}', withoutMarks(label)), messageTime)
  return true
}
