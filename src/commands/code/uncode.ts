import { commands, window, type Disposable } from 'vscode'
import { withoutCodings, type Coding } from '../../annotations'
import type { Span } from '../../article'
import { codeIcon } from '../../editor/codeIcon'
import { wholeName } from '../../codebook/codeNames'
import { codingsById } from '../../codebook/codingsById'
import { performStep } from '../../codebook/performStep'
import { quoted, shownWords, targetWords } from '../../codebook/shownWords'
import type { CodebookTools } from '../../codebook/tools'
import { l10n } from '../../workspace/l10n'
import { codingsAt } from './codingsAt'
import { wordsAt } from './wordsAt'

/** Takes codes off the words at the cursor, whichever words there have them: the only one, or those that are picked. */
export function registerUncode(tools: CodebookTools): Disposable {
  return commands.registerCommand('articleAnnotator.uncode', async (argument: unknown): Promise<void> => {
    const at = await wordsAt(tools, argument)
    if (!at) return
    const codings = at.selections.flatMap((selection: Span) => codingsAt(at.analyzed.decided, selection))
    const chosen = codings.length > 1 ? await pickCodings(tools, codings) : codings
    if (!chosen) return
    if (chosen.length === 0) {
      void window.showInformationMessage(l10n.t('No code is given to these words.'))
      return
    }
    if (!(await tools.askAnnotator())) return
    const present = codingsById(tools.annotations, new Set(chosen.map(({ id }) => id)))
    const label = l10n.t('Take codes off {0}', quoted(targetWords(chosen[0]!.target), 40))
    performStep(tools, label, withoutCodings(present))
  })
}

async function pickCodings(tools: CodebookTools, codings: readonly Coding[]): Promise<readonly Coding[] | undefined> {
  const codebook = tools.active.codebook()
  const items = [...new Set(codings)].map((coding) => {
    const color = codebook?.project.codes.find(({ id }) => id === coding.code)?.color ?? ''
    return {
      label: codebook ? wholeName(codebook, coding.code) : '',
      description: shownWords(targetWords(coding.target), 80),
      iconPath: codeIcon(color),
      coding
    }
  })
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Take Codes Off'),
    canPickMany: true,
    matchOnDescription: true
  })
  return picked?.map(({ coding }) => coding)
}
