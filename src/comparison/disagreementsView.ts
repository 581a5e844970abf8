import { commands, EventEmitter, ThemeIcon, TreeItem, TreeItemCollapsibleState, window, type TreeView } from 'vscode'
import { canTakeBoth, sideFacts, type AgreementRow, type Judgement, type JudgementKind } from '../annotations/agreement'
import { disposableList, type Disposable } from '../util/disposable'
import { l10n } from '../workspace/l10n'
import { rowOfKey } from '../workspace/rowOfKey'
import type { ComparedState, ComparisonSession } from './comparisonSession'
import { judgementKindName, rowFigures, rowLabel, rowTooltip, shortWords, sideLabel } from './comparisonTexts'
import { comparisonTree, type ComparisonNode, type ComparisonTree } from './comparisonTree'

export const disagreementsViewId = 'articleAnnotator.disagreements'
export const showDisagreementCommand = 'articleAnnotator.showDisagreement'

/** More rows of figures than these would push the disagreements out of sight. */
const mostOpenFigures = 15

/** What is still to be settled shows what it is about: the same words can be a mention, a quote and coded. */
const judgementIcons: Readonly<Record<JudgementKind, string>> = {
  mention: 'mention',
  quote: 'quote',
  identity: 'person',
  speaker: 'megaphone',
  code: 'tag',
  article: 'file'
}

export interface DisagreementsView extends Disposable {
  /** The disagreement that is selected. */
  selected(): Judgement | undefined
  /** The row that a command was given by a menu; by a key it is the one with the focus, which is selected then. */
  given(row: unknown): Promise<unknown>
  /** `Judgement.id` of a row that a menu gives to its command, or of the selected row where that is none of ours. */
  judgementIdOf(row: unknown): string | undefined
  /** Which side such a row is. */
  sideOf(row: unknown): 0 | 1 | undefined
  /** Shows the view and gives it the focus. */
  focus(): Promise<void>
  /** Selects the next disagreement that is still to be settled. Undefined when there is none. */
  selectNext(judgement: Judgement | undefined): Promise<Judgement | undefined>
}

/** The comparison that is under way as a tree: figures first, then the disagreements by article. */
export function disagreementsView(session: ComparisonSession): DisagreementsView {
  const codeName = (code: string) => session.codeName(code)
  const owned = disposableList()
  const changed = owned.add(new EventEmitter<undefined>())
  let tree: ComparisonTree | undefined
  /** VS Code knows rows by identity. */
  let nodes = new Map<string, ComparisonNode>()

  const view: TreeView<ComparisonNode> = owned.add(
    window.createTreeView(disagreementsViewId, {
      showCollapseAll: true,
      treeDataProvider: {
        onDidChangeTreeData: changed.event,
        getChildren: (node?: ComparisonNode) => (tree?.children(node) ?? []).map(known),
        getParent: (node: ComparisonNode) => {
          const parent = tree?.parent(node)
          return parent && known(parent)
        },
        getTreeItem: (node: ComparisonNode) => itemOf(node, session.state(), codeName)
      }
    })
  )
  owned.add(
    session.onDidChange(() => {
      const state = session.state()
      tree = state && comparisonTree(state)
      nodes = new Map()
      describe(view, state)
      changed.fire(undefined)
    })
  )

  function known(node: ComparisonNode): ComparisonNode {
    const before = nodes.get(node.id)
    if (before) return before
    nodes.set(node.id, node)
    return node
  }

  const nodeOf = (row: unknown): ComparisonNode | undefined => {
    const id = typeof row === 'object' && row !== null && 'id' in row ? row.id : undefined
    return (typeof id === 'string' ? nodes.get(id) : undefined) ?? view.selection[0]
  }
  const judgementOf = (node: ComparisonNode | undefined) => (node && 'judgement' in node ? node.judgement : undefined)

  return {
    selected: () => judgementOf(view.selection[0]),
    given: (row) => rowOfKey(row, view),
    judgementIdOf: (row) => judgementOf(nodeOf(row))?.id,
    sideOf(row) {
      const node = nodeOf(row)
      return node?.kind === 'side' ? node.side : undefined
    },
    async focus() {
      await commands.executeCommand(`${disagreementsViewId}.focus`)
    },
    async selectNext(judgement) {
      const open = session.state()?.disagreements ?? []
      const from = judgement ?? open.at(-1)
      const next = from && tree?.nextOpen(from)
      if (next) await view.reveal(known(next), { select: true, focus: true })
      return judgementOf(next)
    },
    dispose: () => owned.dispose()
  }
}

function describe(view: TreeView<ComparisonNode>, state: ComparedState | undefined): void {
  view.description = state?.choice.annotators.join(' / ') ?? ''
  view.message = state ? messageOf(state) : ''
}

function messageOf({ comparison, disagreements, settled, choice, unplaced }: ComparedState): string {
  const [first, second] = choice.annotators
  if (comparison.articles === 0) {
    return l10n.t('There is no article about which both {0} and {1} have decided anything.', first, second)
  }
  const parts = [
    disagreements.length === 0
      ? l10n.t('No disagreements.')
      : l10n.t('{0} of {1} settled as \u201c{2}\u201d.', settled.size, disagreements.length, choice.third)
  ]
  if (comparison.undecided > 0) {
    parts.push(l10n.t('Decided by one alone: {0}.', comparison.undecided))
  }
  if (unplaced > 0) parts.push(l10n.t('No longer in the text: {0}.', unplaced))
  return parts.join(' ')
}

function itemOf(node: ComparisonNode, state: ComparedState | undefined, codeName: (code: string) => string): TreeItem {
  const item = makeItem(node, state, codeName)
  item.id = node.id
  return item
}

function makeItem(
  node: ComparisonNode,
  state: ComparedState | undefined,
  codeName: (code: string) => string
): TreeItem {
  switch (node.kind) {
    case 'figures': {
      const { Collapsed, Expanded } = TreeItemCollapsibleState
      const item = new TreeItem(l10n.t('Agreement'), node.count > mostOpenFigures ? Collapsed : Expanded)
      item.iconPath = new ThemeIcon('graph')
      return item
    }
    case 'code': {
      const item = new TreeItem(codeName(node.code), TreeItemCollapsibleState.Collapsed)
      const [ofSentences] = node.rows
      if (ofSentences) describeFigures(item, ofSentences, codeName(node.code), state)
      return item
    }
    case 'figure': {
      const item = new TreeItem(rowLabel(node.row))
      describeFigures(item, node.row, rowLabel(node.row), state)
      return item
    }
    case 'article': {
      const item = new TreeItem(node.name, TreeItemCollapsibleState.Expanded)
      item.description = l10n.t('{0} of {1}', node.settled, node.all)
      item.tooltip = [node.name, l10n.t('{0} of {1} settled', node.settled, node.all)].join('\n')
      item.iconPath = new ThemeIcon(node.settled === node.all ? 'pass' : 'file')
      return item
    }
    case 'judgement':
      return judgementItem(node, codeName)
    case 'side': {
      const { annotator } = node.judgement.sides[node.side]
      const item = new TreeItem(annotator)
      item.description = sideLabel(sideFacts(node.judgement)[node.side], node.judgement.words, codeName)
      item.tooltip = `${annotator}: ${item.description}`
      item.iconPath = new ThemeIcon('person')
      item.contextValue = 'side'
      return item
    }
  }
}

function describeFigures(item: TreeItem, row: AgreementRow, label: string, state: ComparedState | undefined): void {
  item.description = rowFigures(row)
  item.tooltip = rowTooltip(row, label, state?.choice.annotators ?? ['', ''])
}

function judgementItem(
  node: ComparisonNode & { readonly kind: 'judgement' },
  codeName: (code: string) => string
): TreeItem {
  const { judgement, isSettled } = node
  const { kind, words, place, sides } = judgement
  const name = place ? shortWords(words) : l10n.t('The whole article')
  const said = sideFacts(judgement).map((facts, side) =>
    l10n.t('{0}: {1}', sides[side]?.annotator ?? '', sideLabel(facts, words, codeName))
  )
  const item = new TreeItem(name, TreeItemCollapsibleState.Collapsed)
  item.description = said.join(' \u00b7 ')
  item.tooltip = [`${judgementKindName(kind)}: ${name}`, ...said, ...(isSettled ? [l10n.t('Settled')] : [])].join('\n')
  item.iconPath = new ThemeIcon(isSettled ? 'pass' : judgementIcons[kind])
  item.contextValue = [
    'disagreement',
    ...(canTakeBoth(judgement) ? ['both'] : []),
    ...(isSettled ? ['settled'] : [])
  ].join('.')
  item.command = { command: showDisagreementCommand, title: l10n.t('Show'), arguments: [node] }
  item.accessibilityInformation = {
    label: [judgementKindName(kind), name, ...said, isSettled ? l10n.t('settled') : l10n.t('to be settled')].join(', ')
  }
  return item
}
