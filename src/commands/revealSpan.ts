import { commands, Uri, window, type Disposable, type LogOutputChannel } from 'vscode'
import { revealSpanCommand } from '../editor/links'
import { l10n } from '../workspace/l10n'
import { revealSpan } from '../workspace/reveal'

export function registerRevealSpan(log: LogOutputChannel): Disposable {
  return commands.registerCommand(revealSpanCommand, async (uri: unknown, start: unknown, end: unknown) => {
    if (typeof uri !== 'string' || typeof start !== 'number' || typeof end !== 'number') return
    try {
      await revealSpan(Uri.parse(uri, true), { start, end })
    } catch (error) {
      log.warn(`${uri} could not be opened`, error)
      void window.showWarningMessage(l10n.t('The article cannot be opened; it may have been moved or deleted.'))
    }
  })
}
