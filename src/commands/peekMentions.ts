import { commands, Uri, window, type Disposable, type LogOutputChannel } from 'vscode'
import { peekMentionsCommand } from '../editor/links'
import { l10n } from '../workspace/l10n'
import { revealSpan } from '../workspace/reveal'

/** Shows all mentions of who or what is meant by a span of an article, right below it. */
export function registerPeekMentions(log: LogOutputChannel): Disposable {
  return commands.registerCommand(peekMentionsCommand, async (uri: unknown, start: unknown, end: unknown) => {
    if (typeof uri !== 'string' || typeof start !== 'number' || typeof end !== 'number') return
    try {
      await revealSpan(Uri.parse(uri, true), { start, end })
      await commands.executeCommand('editor.action.referenceSearch.trigger')
    } catch (error) {
      log.warn(`${uri} could not be opened`, error)
      void window.showWarningMessage(l10n.t('The article cannot be opened; it may have been moved or deleted.'))
    }
  })
}
