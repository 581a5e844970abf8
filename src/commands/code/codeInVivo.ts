import { commands, window, type Disposable } from 'vscode'
import { addCode, codesInOrder, codeTree, cleanCodeName, isSameName } from '../../annotations'
import { targetWords } from '../../codebook/shownWords'
import { signing } from '../../codebook/signing'
import type { CodebookTools } from '../../codebook/tools'
import { l10n } from '../../workspace/l10n'
import { codedWords, giveCodesTo } from './giveCode'
import { wordsAt } from './wordsAt'

/** Gives the words a code that is named by themselves: the one of this name wherever it is, or a new one at the top. */
export function registerCodeInVivo(tools: CodebookTools): Disposable {
  return commands.registerCommand('articleAnnotator.codeInVivo', async (argument: unknown): Promise<void> => {
    const at = await wordsAt(tools, argument)
    const words = at && codedWords(at)
    if (!words || !(await tools.askAnnotator())) return
    const codebook = tools.active.codebook()
    const name = cleanCodeName(targetWords(words.anchors[0]!))
    if (!codebook || name === '') {
      void window.showInformationMessage(l10n.t('Select some words first.'))
      return
    }
    const known = codesInOrder(codeTree(codebook.project.codes)).find(({ code }) => isSameName(code.name, name))
    const added = known ? { code: known.code, edits: [] } : addCode(codebook, [name], signing(tools.annotations))
    if (added) giveCodesTo(tools, words, { give: [added.code], take: [], edits: added.edits })
  })
}
