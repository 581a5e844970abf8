import { commands, type Disposable } from 'vscode'
import { pickCodes } from '../../codebook/pickCodes'
import { targetWords } from '../../codebook/shownWords'
import type { CodebookTools } from '../../codebook/tools'
import { l10n } from '../../workspace/l10n'
import { codedWords, giveCodesTo, presentCodes, wordsName } from './giveCode'
import { wordsAt } from './wordsAt'

/** Asks for the codes of the selected words, or of the quote or sentence at the cursor. */
export function registerCode(tools: CodebookTools): Disposable {
  return commands.registerCommand('articleAnnotator.code', async (argument: unknown): Promise<void> => {
    const at = await wordsAt(tools, argument)
    const words = at && codedWords(at)
    if (!words || !(await tools.askAnnotator())) return
    const picked = await pickCodes(tools, {
      title: l10n.t('Code {0}', wordsName(words)),
      present: presentCodes(tools, words),
      words: targetWords(words.anchors[0]!),
      several: true
    })
    if (picked) giveCodesTo(tools, words, picked)
  })
}
