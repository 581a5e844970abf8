import { window, type Disposable } from 'vscode'
import { describeCode } from '../../annotations'
import { l10n } from '../../workspace/l10n'
import type { CodebookView } from '../codebookView'
import { performStep } from '../performStep'
import { quoted } from '../shownWords'
import { now } from '../signing'
import type { CodebookTools } from '../tools'
import { codesCommand } from './codesCommand'

/** Says in a line or two when the code is given. What is longer is a memo. */
export function registerDescribeCode(tools: CodebookTools, { view }: CodebookView): Disposable {
  return codesCommand('articleAnnotator.codebook.describe', tools, view, async ({ codebook, codes }) => {
    const code = codes[0]!
    const text = await window.showInputBox({
      title: l10n.t('Description of {0}', quoted(code.name)),
      value: code.description ?? '',
      prompt: l10n.t('When is this code given? Leave it empty to take the description away.')
    })
    if (text === undefined) return
    const present = tools.active.ofFolder(codebook.folder) ?? codebook
    performStep(tools, l10n.t('Describe {0}', quoted(code.name)), describeCode(present, code.id, text, now()))
  })
}
