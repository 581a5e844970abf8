import { EventEmitter, window, type TreeView } from 'vscode'
import { codeTree, codingsOf, inTextOrder, withCodesBelow } from '../annotations'
import { delayed } from '../util/delayed'
import { disposableList, type Disposable } from '../util/disposable'
import { l10n } from '../workspace/l10n'
import { articleItem, codingItem } from './codingItem'
import { codingsIn, type ArticleRow, type CodingRow } from './codingRows'
import { wholeName } from './codeNames'
import { codingsMime, dragOfCodings } from './draggedCodings'
import { shownWords } from './shownWords'
import type { CodebookTools } from './tools'

export const codingsViewId = 'articleAnnotator.codings'

export interface CodingsView extends Disposable {
  readonly view: TreeView<CodingRow>
}

/** More codings than these are shown with their articles closed. */
const mostOpen = 300

/** Milliseconds. */
const settling = 50

/** All codings of the codes that are selected in the codebook, and of the codes below them, by article. */
export function codingsView(tools: CodebookTools, codebook: TreeView<string>): CodingsView {
  const { annotations, active } = tools
  const owned = disposableList()
  const changed = owned.add(new EventEmitter<undefined>())
  let rows: readonly ArticleRow[] | undefined
  let chosen: readonly string[] = []

  const view = owned.add(
    window.createTreeView<CodingRow>(codingsViewId, {
      canSelectMany: true,
      dragAndDropController: {
        dragMimeTypes: [codingsMime],
        dropMimeTypes: [],
        handleDrag: (dragged, data) => data.set(codingsMime, dragOfCodings(codingsIn(dragged)))
      },
      treeDataProvider: {
        onDidChangeTreeData: changed.event,
        getChildren: (row) => (row ? ('codings' in row ? [...row.codings] : []) : [...present()]),
        getParent: (row) => ('codings' in row ? undefined : present().find(({ codings }) => codings.includes(row))),
        getTreeItem: (row) =>
          'codings' in row
            ? articleItem(row, { isOpen: total() <= mostOpen })
            : codingItem(row, active.codebook(), chosen)
      }
    })
  )

  function present(): readonly ArticleRow[] {
    return (rows ??= find())
  }

  function find(): readonly ArticleRow[] {
    const codebookNow = active.codebook()
    if (!codebookNow || chosen.length === 0) return []
    const codes = withCodesBelow(codeTree(codebookNow.project.codes), chosen)
    const first = active.article()?.toString()
    return annotations
      .articles()
      .flatMap((uri) => {
        const layers = [{ annotator: '', decisions: annotations.decisions(uri) }]
        const codings = [...codingsOf([{ article: uri.toString(), layers }], codes)]
        return codings.length > 0 ? [{ uri, codings: codings.sort((a, b) => inTextOrder(a.coding, b.coding)) }] : []
      })
      .sort((a, b) => Number(b.uri.toString() === first) - Number(a.uri.toString() === first))
  }

  function total(): number {
    return present().reduce((sum, { codings }) => sum + codings.length, 0)
  }

  const refresh = owned.add(
    delayed(settling, () => {
      rows = undefined
      if (!view.visible) return
      const codebookNow = active.codebook()
      view.description = codebookNow && chosen.length > 0 ? describe(total()) : ''
      view.message = messageOf()
      changed.fire(undefined)
    })
  )

  function describe(count: number): string {
    const name = chosen.length === 1 ? wholeName(active.codebook()!, chosen[0]!) : l10n.t('{0} codes', chosen.length)
    return `${shownWords(name)} \u00B7 ${count}`
  }

  function messageOf(): string {
    if (chosen.length === 0) return l10n.t('Select a code in the codebook to see its codings.')
    return total() === 0 ? l10n.t('Nothing has this code yet.') : ''
  }

  owned.add(
    codebook.onDidChangeSelection(({ selection }) => {
      // A refresh of the codebook may drop its selection for a moment; what was chosen stays until another is.
      if (selection.length === 0) return
      chosen = selection
      refresh()
    })
  )
  owned.add(annotations.onDidChange(() => refresh()))
  owned.add(active.onDidChange(() => refresh()))
  owned.add(view.onDidChangeVisibility(() => refresh()))
  refresh()
  return { view, dispose: () => owned.dispose() }
}
