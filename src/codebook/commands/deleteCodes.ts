import { window, type Disposable } from 'vscode'
import { codeTree, deleteCodes, touchedBy, withCodesBelow } from '../../annotations'
import { l10n } from '../../workspace/l10n'
import type { CodebookView } from '../codebookView'
import { codeNames } from '../codeNames'
import { allLayers } from '../allLayers'
import { performStep } from '../performStep'
import { now } from '../signing'
import { touchedText } from '../touchedText'
import type { CodebookTools } from '../tools'
import { codesCommand } from './codesCommand'

/** Deletes the chosen codes; asks first, with what is touched, unless nobody has used them. */
export function registerDeleteCodes(tools: CodebookTools, { view }: CodebookView): Disposable {
  return codesCommand('articleAnnotator.codebook.delete', tools, view, async ({ codebook, ids }) => {
    const articles = await allLayers(tools.annotations)
    const present = tools.active.ofFolder(codebook.folder)
    if (!present) return
    const all = withCodesBelow(codeTree(present.project.codes), ids)
    const names = codeNames(present, ids)
    const touched = touchedBy(all, articles, present.project, tools.annotations.annotator())
    const below = all.size - ids.length
    const isUsed = touched.codings > 0 || touched.memos > 0 || below > 0
    const how = isUsed ? await ask(names, detail(touchedText(touched), touched.memos, below), below > 0) : 'too'
    if (!how) return
    performStep(tools, l10n.t('Delete {0}', names), deleteCodes(present, ids, how, articles, now()))
  })
}

async function ask(names: string, detailText: string, hasBelow: boolean): Promise<'too' | 'stay' | undefined> {
  const all = l10n.t('Delete')
  const alone = l10n.t('Delete, Keep the Codes Below')
  const question = l10n.t('Delete {0}?', names)
  const options = { modal: true, detail: detailText }
  const chosen = await window.showWarningMessage(question, options, ...(hasBelow ? [all, alone] : [all]))
  return chosen === all ? 'too' : chosen === alone ? 'stay' : undefined
}

function detail(codings: string, memos: number, below: number): string {
  const parts = [
    codings,
    below === 1 ? l10n.t('1 code below it') : below > 1 ? l10n.t('{0} codes below', below) : '',
    memos === 1 ? l10n.t('1 memo') : memos > 1 ? l10n.t('{0} memos', memos) : ''
  ].filter((part) => part !== '')
  return [l10n.t('Also deleted: {0}.', parts.join('; ')), l10n.t('Undo brings all of it back.')].join('\n')
}
