import { EventEmitter, TreeItem, TreeItemCollapsibleState, window, type TreeView } from 'vscode'
import { codesInOrder, codeTree, type CodeNode, type CodeTree } from '../annotations'
import { delayed } from '../util/delayed'
import { disposableList, type Disposable } from '../util/disposable'
import { l10n } from '../workspace/l10n'
import { codebookDragAndDrop } from './codebookDragAndDrop'
import { codeItem } from './codeItem'
import type { CodebookTools } from './tools'

export const codebookViewId = 'articleAnnotator.codebook'

/** The codebook as a tree. Its elements are `Code.id`s. */
export interface CodebookView extends Disposable {
  readonly view: TreeView<string>
  /** Shows and selects a code. */
  readonly reveal: (code: string) => Promise<void>
}

/** Milliseconds: several changes at once are shown once. */
const settling = 50

export function codebookView(tools: CodebookTools): CodebookView {
  const { annotations, active, counts } = tools
  const owned = disposableList()
  const changed = owned.add(new EventEmitter<undefined>())
  let tree: CodeTree | undefined

  const view = owned.add(
    window.createTreeView<string>(codebookViewId, {
      canSelectMany: true,
      showCollapseAll: true,
      dragAndDropController: codebookDragAndDrop(tools),
      treeDataProvider: {
        onDidChangeTreeData: changed.event,
        getChildren: (id) => children(id).map(({ code }) => code.id),
        getParent: (id) => present().nodes.get(id)?.parent?.code.id,
        getTreeItem(id) {
          const node = present().nodes.get(id)
          return node ? codeItem(node, shownFacts(node)) : goneItem(id)
        }
      }
    })
  )

  function present(): CodeTree {
    return (tree ??= codeTree(active.codebook()?.project.codes ?? []))
  }

  function children(id: string | undefined): readonly CodeNode[] {
    return id === undefined ? present().roots : (present().nodes.get(id)?.children ?? [])
  }

  function shownFacts(node: CodeNode) {
    const [here, all] = [counts.inArticle(active.article()), counts.inAll()]
    const below = codesInOrder({ roots: [node], nodes: new Map() })
    const { id } = node.code
    return {
      here: here.get(id) ?? 0,
      all: all.get(id) ?? 0,
      withBelow: below.reduce((sum, { code }) => sum + (all.get(code.id) ?? 0), 0),
      memos: active.codebook()?.project.memos.filter(({ about }) => about === id) ?? [],
      annotator: annotations.annotator()
    }
  }

  const refresh = owned.add(
    delayed(settling, () => {
      tree = undefined
      changed.fire(undefined)
    })
  )
  owned.add(annotations.onDidChange(() => refresh()))
  owned.add(active.onDidChange(() => refresh()))

  let isLoaded = false
  const loadOnce = () => {
    if (isLoaded || !view.visible) return
    isLoaded = true
    void annotations.loadAll().then(() => refresh())
  }
  owned.add(view.onDidChangeVisibility(loadOnce))
  loadOnce()

  return {
    view,
    async reveal(code) {
      refresh.cancel()
      tree = undefined
      changed.fire(undefined)
      if (present().nodes.has(code)) await view.reveal(code, { select: true, focus: true, expand: true })
    },
    dispose: () => owned.dispose()
  }
}

/** What VS Code asks for between a deletion and the next refresh. */
function goneItem(id: string): TreeItem {
  return Object.assign(new TreeItem(l10n.t('deleted'), TreeItemCollapsibleState.None), { id })
}
