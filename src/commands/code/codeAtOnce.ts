import { commands, window, type Disposable, type TreeView } from 'vscode'
import { codeOfShortcut, type Code } from '../../annotations'
import { chosenCodes } from '../../codebook/chosenCodes'
import type { CodebookTools } from '../../codebook/tools'
import { l10n } from '../../workspace/l10n'
import { rowOfKey } from '../../workspace/rowOfKey'
import { codedWords, giveCodesTo, presentCodes } from './giveCode'
import { wordsAt } from './wordsAt'

/** Codes the words at once: with the code that was given last, with that of a digit, or with those that are chosen in the codebook. */
export function registerCodeAtOnce(tools: CodebookTools, view: TreeView<string>): readonly Disposable[] {
  const codes = () => tools.active.codebook()?.project.codes ?? []
  return [
    commands.registerCommand('articleAnnotator.codeAgain', async (argument: unknown): Promise<void> => {
      const last = tools.recent.list().flatMap((id) => codes().find((code) => code.id === id) ?? [])[0]
      if (last) await giveAtOnce(tools, [last], argument)
      else await commands.executeCommand('articleAnnotator.code', argument)
    }),
    commands.registerCommand('articleAnnotator.codeByKey', async (digit: unknown): Promise<void> => {
      if (typeof digit !== 'number' && typeof digit !== 'string') return
      const code = codeOfShortcut(codes(), String(digit))
      if (code) return giveAtOnce(tools, [code], undefined)
      const text = l10n.t('No code has the key {0}; the codebook gives one.', String(digit).slice(0, 3))
      void window.showInformationMessage(text)
    }),
    commands.registerCommand('articleAnnotator.codebook.apply', async (row: unknown, rows: unknown): Promise<void> => {
      const chosen = chosenCodes(tools, view, await rowOfKey(row, view), rows)
      if (chosen) await giveAtOnce(tools, chosen.codes, undefined)
    })
  ]
}

/** Codes that all the words have already are taken off them. */
async function giveAtOnce(tools: CodebookTools, codes: readonly Code[], argument: unknown): Promise<void> {
  const at = await wordsAt(tools, argument)
  const words = at && codedWords(at)
  if (!words || !(await tools.askAnnotator())) return
  const present = presentCodes(tools, words)
  const areAllPresent = codes.every(({ id }) => present.has(id))
  giveCodesTo(tools, words, {
    give: areAllPresent ? [] : codes.filter(({ id }) => !present.has(id)),
    take: areAllPresent ? codes : [],
    edits: []
  })
}
