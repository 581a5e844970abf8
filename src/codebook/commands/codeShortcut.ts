import { window, type Disposable } from 'vscode'
import { codeOfShortcut, setCodeShortcut } from '../../annotations'
import { l10n } from '../../workspace/l10n'
import type { CodebookView } from '../codebookView'
import { performStep } from '../performStep'
import { quoted, shownWords } from '../shownWords'
import { now } from '../signing'
import type { CodebookTools } from '../tools'
import { codesCommand } from './codesCommand'

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

/** Gives the chosen code a digit, which another code may lose, or none. */
export function registerCodeShortcut(tools: CodebookTools, { view }: CodebookView): Disposable {
  return codesCommand('articleAnnotator.codebook.shortcut', tools, view, async ({ codebook, codes }) => {
    const code = codes[0]!
    const items = digits.map((digit) => {
      const owner = codeOfShortcut(codebook.project.codes, digit)
      return { label: digit, description: owner ? shownWords(owner.name) : '', digit }
    })
    const picked = await window.showQuickPick(
      [...items, { label: l10n.t('No key'), description: '', digit: undefined }],
      {
        title: l10n.t('Key of {0}', quoted(code.name)),
        placeHolder: l10n.t('Which digit gives this code to the selected words?')
      }
    )
    if (!picked) return
    const present = tools.active.ofFolder(codebook.folder) ?? codebook
    const label = picked.digit
      ? l10n.t('Give {0} the key {1}', quoted(code.name), picked.digit)
      : l10n.t('Take the key off {0}', quoted(code.name))
    performStep(tools, label, setCodeShortcut(present, code.id, picked.digit, now()))
  })
}
