import { MarkdownString, TreeItem, TreeItemCollapsibleState } from 'vscode'
import type { CodeNode, ProjectMemo } from '../annotations'
import { escapeLines } from '../editor/escapeLines'
import { escapeMarkdown } from '../editor/markdownText'
import { codeIcon } from '../editor/codeIcon'
import { l10n } from '../workspace/l10n'
import { shownWords } from './shownWords'

/** What the codebook shows of a code beside its name. */
export interface CodeFacts {
  /** Codings in the active article, in all articles, and in all with those of the codes below it. */
  readonly here: number
  readonly all: number
  readonly withBelow: number
  readonly memos: readonly ProjectMemo[]
  readonly annotator: string | undefined
}

export function codeItem({ code, children, parent }: CodeNode, facts: CodeFacts): TreeItem {
  const hasChildren = children.length > 0
  const name = shownWords(code.name)
  const item = new TreeItem(name, hasChildren ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None)
  item.id = code.id
  item.iconPath = codeIcon(code.color)
  item.description = [
    facts.all > 0 && l10n.t('{0} of {1}', facts.here, facts.all),
    code.shortcut && l10n.t('key {0}', code.shortcut),
    facts.memos.length > 0 && l10n.t('memo')
  ]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(' \u00B7 ')
  item.tooltip = tooltip(code, facts, hasChildren)
  item.contextValue = parent ? 'code below' : 'code'
  item.accessibilityInformation = { label: spoken(name, code.shortcut, facts), role: 'treeitem' }
  return item
}

function tooltip(code: CodeNode['code'], facts: CodeFacts, hasChildren: boolean): MarkdownString {
  return new MarkdownString(
    [
      `**${escapeMarkdown(code.name)}**`,
      code.description && escapeLines(code.description),
      countText(facts),
      hasChildren && facts.withBelow > facts.all && l10n.t('{0} with the codes below it', facts.withBelow),
      code.shortcut && l10n.t('The key {0} gives it to the selected words.', code.shortcut),
      ...facts.memos.map(({ creator, text }) => `*${escapeMarkdown(creator)}:* ${escapeLines(text)}`)
    ]
      .filter((part) => typeof part === 'string' && part !== '')
      .join('\n\n')
  )
}

function spoken(name: string, shortcut: string | undefined, facts: CodeFacts): string {
  return [
    l10n.t('Code {0}', name),
    countText(facts),
    shortcut && l10n.t('key {0}', shortcut),
    facts.memos.length > 0 && l10n.t('has a memo')
  ]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(', ')
}

function countText({ here, all }: CodeFacts): string {
  if (all === 0) return l10n.t('not used yet')
  const total = all === 1 ? l10n.t('1 coding') : l10n.t('{0} codings', all)
  return l10n.t('{0}, {1} of them in this article', total, here)
}
