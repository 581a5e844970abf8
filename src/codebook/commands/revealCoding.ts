import { commands, Uri, window, workspace, type Disposable } from 'vscode'
import type { Decision } from '../../annotations'
import { l10n } from '../../workspace/l10n'
import { revealSpan } from '../../workspace/reveal'
import { revealCodingCommand } from '../codingItem'
import type { CodebookTools } from '../tools'

/** Selects the words of a decision where they are now. Arguments are those of a row of the codings. */
export function registerRevealCoding(tools: CodebookTools): Disposable {
  return commands.registerCommand(revealCodingCommand, async (row: unknown): Promise<void> => {
    if (typeof row !== 'object' || row === null || !('article' in row) || !('coding' in row)) return
    const { article, coding } = row
    if (typeof article !== 'string' || typeof coding !== 'object' || coding === null || !('id' in coding)) return
    try {
      await reveal(tools, Uri.parse(article, true), (coding as Decision).id)
    } catch (error) {
      tools.log.warn(`${article} could not be opened`, error)
      void window.showWarningMessage(l10n.t('The article cannot be opened; it may have been moved or deleted.'))
    }
  })
}

async function reveal({ annotations, documents }: CodebookTools, uri: Uri, id: string): Promise<void> {
  const document = await workspace.openTextDocument(uri)
  await annotations.load(uri)
  // Only the analysis of the open text says where its decisions are now.
  const decided = (await documents.analyze(document))?.decided
  const placed = decided?.decisions.find(({ decision }) => decision.id === id)
  const first = placed?.isInText ? placed.decision.target[0] : undefined
  const last = placed?.decision.target.at(-1)
  if (!first || !last) {
    await window.showTextDocument(document, { preserveFocus: true })
    void window.showWarningMessage(
      l10n.t('These words are not in the article any more; the annotation is kept for review.')
    )
    return
  }
  await revealSpan(uri, { start: first.start, end: last.end }, { preserveFocus: true })
}
