import { commands, env, window, type Disposable } from 'vscode'
import { codeTree, moveCodes, shiftCodes, sortCodes, withCodeEdits, withCodesBelow } from '../../annotations'
import { l10n } from '../../workspace/l10n'
import type { CodebookView } from '../codebookView'
import { codeNames } from '../codeNames'
import { askCode } from '../pickCodes'
import { performStep } from '../performStep'
import { now } from '../signing'
import type { CodebookTools } from '../tools'
import { codesCommand } from './codesCommand'

/** What dragging does, by keys: below another code, to the top, up, down; and sorting. */
export function registerMoveCodes(tools: CodebookTools, { view }: CodebookView): readonly Disposable[] {
  return [
    codesCommand('articleAnnotator.codebook.moveBelow', tools, view, async ({ codebook, ids }) => {
      const target = await askCode(tools, {
        title: l10n.t('Move {0} below which code?', codeNames(codebook, ids)),
        without: withCodesBelow(codeTree(codebook.project.codes), ids)
      })
      const present = target && tools.active.ofFolder(codebook.folder)
      if (!present) return
      const edits = moveCodes(withCodeEdits(present, target.edits), ids, target.code.id, now()) ?? []
      performStep(tools, l10n.t('Move {0}', codeNames(codebook, ids)), [...target.edits, ...edits])
    }),
    codesCommand('articleAnnotator.codebook.moveToTop', tools, view, ({ codebook, ids }) => {
      const edits = moveCodes(codebook, ids, undefined, now()) ?? []
      performStep(tools, l10n.t('Move {0}', codeNames(codebook, ids)), edits)
    }),
    ...([-1, 1] as const).map((direction) => {
      const id = direction === -1 ? 'articleAnnotator.codebook.moveUp' : 'articleAnnotator.codebook.moveDown'
      return codesCommand(id, tools, view, ({ codebook, ids }) => {
        performStep(tools, l10n.t('Move {0}', codeNames(codebook, ids)), shiftCodes(codebook, ids, direction, now()))
      })
    }),
    commands.registerCommand('articleAnnotator.codebook.sort', () => {
      const codebook = tools.active.codebook()
      if (!codebook) return
      const { compare } = new Intl.Collator(env.language, { numeric: true })
      const edits = sortCodes(codebook, undefined, compare, now())
      if (edits.length === 0) void window.showInformationMessage(l10n.t('The codes are in the order of their names.'))
      else performStep(tools, l10n.t('Sort the codes by name'), edits)
    })
  ]
}
