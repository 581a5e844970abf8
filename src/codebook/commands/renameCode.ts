import { window, type Disposable } from 'vscode'
import { cleanCodeName, longestCodeName, renameCode } from '../../annotations'
import { l10n } from '../../workspace/l10n'
import type { CodebookView } from '../codebookView'
import { performStep } from '../performStep'
import { quoted } from '../shownWords'
import { now } from '../signing'
import type { CodebookTools } from '../tools'
import { codesCommand } from './codesCommand'

export function registerRenameCode(tools: CodebookTools, { view }: CodebookView): Disposable {
  return codesCommand('articleAnnotator.codebook.rename', tools, view, async ({ codebook, codes }) => {
    const code = codes[0]!
    const name = await window.showInputBox({
      title: l10n.t('Rename {0}', quoted(code.name)),
      value: code.name,
      validateInput: (text) => {
        if (cleanCodeName(text) === '') return l10n.t('A code needs a name.')
        return text.length > longestCodeName ? l10n.t('At most {0} characters.', longestCodeName) : undefined
      }
    })
    if (name === undefined) return
    const present = tools.active.ofFolder(codebook.folder) ?? codebook
    const label = l10n.t('Rename {0} to {1}', quoted(code.name), quoted(name))
    performStep(tools, label, renameCode(present, code.id, name, now()))
  })
}
