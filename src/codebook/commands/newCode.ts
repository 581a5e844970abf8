import { commands, window, type Disposable } from 'vscode'
import { addCode, codePathNames } from '../../annotations'
import { l10n } from '../../workspace/l10n'
import { askCodeName } from '../askCodeName'
import type { CodebookView } from '../codebookView'
import { performStep } from '../performStep'
import { quoted } from '../shownWords'
import { signing } from '../signing'
import type { CodebookTools } from '../tools'
import { codesCommand } from './codesCommand'

/** Makes a code at the top of the codebook, or below the chosen one. Gives the `Code.id` to a caller. */
export function registerNewCode(tools: CodebookTools, codebook: CodebookView): readonly Disposable[] {
  return [
    commands.registerCommand('articleAnnotator.codebook.new', async () => {
      if (await tools.askAnnotator()) return newCode(tools, codebook, undefined)
    }),
    codesCommand('articleAnnotator.codebook.newBelow', tools, codebook.view, async ({ codes }) => {
      await newCode(tools, codebook, codes[0])
    })
  ]
}

async function newCode(
  tools: CodebookTools,
  { reveal }: CodebookView,
  parent: { readonly id: string; readonly name: string } | undefined
): Promise<string | undefined> {
  const title = parent ? l10n.t('New code below {0}', quoted(parent.name)) : l10n.t('New code')
  const typed = await askCodeName(title)
  const codebook = tools.active.codebook()
  if (!codebook) {
    void window.showInformationMessage(l10n.t('Open a folder or an article first: the codebook is kept beside it.'))
    return undefined
  }
  const added = typed && addCode(codebook, codePathNames(typed), signing(tools.annotations), parent?.id)
  if (!added) return undefined
  performStep(tools, l10n.t('New code {0}', quoted(added.code.name)), added.edits)
  await reveal(added.code.id)
  return added.code.id
}
