import { commands, l10n, window, type Disposable } from 'vscode'
import { codeOfShortcut, type Code } from '../../annotations'
import type { CodebookTools } from '../../codebook/tools'
import { codedWords, giveCodesTo, presentCodes } from './giveCode'
import { wordsAt } from './wordsAt'

/** Codes the words at once: with the code that was given last, with that of a digit, or with the one that the codebook's row names. */
export function registerCodeAtOnce(tools: CodebookTools): readonly Disposable[] {
  const codes = () => tools.active.codebook()?.project.codes ?? []
  return [
    commands.registerCommand('articleAnnotator.codeAgain', async (argument: unknown): Promise<void> => {
      const last = tools.recent.list().flatMap((id) => codes().find((code) => code.id === id) ?? [])[0]
      if (last) await giveAtOnce(tools, last, argument)
      else await commands.executeCommand('articleAnnotator.code', argument)
    }),
    commands.registerCommand('articleAnnotator.codeByKey', async (digit: unknown): Promise<void> => {
      if (typeof digit !== 'number' && typeof digit !== 'string') return
      const code = codeOfShortcut(codes(), String(digit))
      if (code) return giveAtOnce(tools, code, undefined)
      const text = l10n.t('No code has the key {0}; the codebook gives one.', String(digit).slice(0, 3))
      void window.showInformationMessage(text)
    }),
    commands.registerCommand('articleAnnotator.codebook.apply', async (id: unknown): Promise<void> => {
      const code = codes().find((known) => known.id === id)
      if (code) await giveAtOnce(tools, code, undefined)
    })
  ]
}

/** A code that all the words have already is taken off them. */
async function giveAtOnce(tools: CodebookTools, code: Code, argument: unknown): Promise<void> {
  const at = await wordsAt(tools, argument)
  const words = at && codedWords(at)
  if (!words || !(await tools.askAnnotator())) return
  const isPresent = presentCodes(tools, words).has(code.id)
  giveCodesTo(tools, words, { give: isPresent ? [] : [code], take: isPresent ? [code] : [], edits: [] })
}
