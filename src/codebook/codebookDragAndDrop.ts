import { DataTransferItem, window, type TreeDragAndDropController } from 'vscode'
import { moveCodes, recode, type PlacedCoding } from '../annotations'
import { l10n } from '../workspace/l10n'
import { draggedCodings, draggedList, codingsMime } from './draggedCodings'
import { codeNames } from './codeNames'
import { knownLayers } from './layeredArticles'
import { performStep } from './performStep'
import { quoted } from './shownWords'
import { now } from './signing'
import type { CodebookTools } from './tools'

const codesMime = 'application/vnd.code.tree.articleannotator.codebook'

/** Codes are dragged onto a code, and are then below it, or onto the free place, and are then at the top; codings onto their new code. */
export function codebookDragAndDrop(tools: CodebookTools): TreeDragAndDropController<string> {
  return {
    dragMimeTypes: [codesMime],
    dropMimeTypes: [codesMime, codingsMime],
    handleDrag(ids, data) {
      data.set(codesMime, new DataTransferItem(JSON.stringify(ids)))
    },
    async handleDrop(target, data) {
      const codings = await draggedCodings(data, tools)
      if (codings) return target === undefined ? undefined : recodeDragged(tools, codings, target)
      const ids = await draggedList(data, codesMime)
      if (ids)
        moveDragged(
          tools,
          ids.filter((id) => typeof id === 'string'),
          target
        )
    }
  }
}

function moveDragged(tools: CodebookTools, ids: readonly string[], target: string | undefined): void {
  const codebook = tools.active.codebook()
  if (!codebook || (target !== undefined && ids.includes(target))) return
  const edits = moveCodes(codebook, ids, target, now())
  if (!edits) {
    void window.showInformationMessage(l10n.t('A code cannot be moved below itself.'))
    return
  }
  performStep(tools, l10n.t('Move {0}', codeNames(codebook, ids)), edits)
}

function recodeDragged(tools: CodebookTools, codings: readonly PlacedCoding[], target: string): void {
  const codebook = tools.active.codebook()
  const code = codebook?.project.codes.find(({ id }) => id === target)
  if (!code) return
  const label = l10n.t('Recode as {0}', quoted(code.name))
  performStep(tools, label, recode(knownLayers(tools.annotations), codings, target, now()))
}
