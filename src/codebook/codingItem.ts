import { MarkdownString, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode'
import type { Codebook, PlacedCoding } from '../annotations'
import { escapeMarkdown } from '../editor/markdownText'
import { articleName } from '../workspace/articleNames'
import { codeIcon } from '../editor/codeIcon'
import { escapeLines } from '../editor/escapeLines'
import { l10n, shownDay, shownNumber } from '../workspace/l10n'
import { wholeName } from './codeNames'
import type { ArticleRow } from './codingRows'
import { shownWords, targetWords } from './shownWords'

export const revealCodingCommand = 'articleAnnotator.codings.reveal'

export function articleItem({ uri, codings }: ArticleRow, { isOpen }: { readonly isOpen: boolean }): TreeItem {
  const name = shownWords(articleName(uri))
  const item = new TreeItem(name, isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed)
  item.id = uri.toString()
  item.iconPath = ThemeIcon.File
  item.description = shownNumber(codings.length)
  item.contextValue = 'article'
  const count = codings.length === 1 ? l10n.t('1 coding') : l10n.t('{0} codings', codings.length)
  item.accessibilityInformation = { label: `${name}, ${count}`, role: 'treeitem' }
  return item
}

/** The coded words; beside them the memo, and the code where it is not the one that was chosen. */
export function codingItem(placed: PlacedCoding, codebook: Codebook | undefined, chosen: readonly string[]): TreeItem {
  const { coding } = placed
  const words = shownWords(targetWords(coding.target), 200)
  const code = codebook?.project.codes.find(({ id }) => id === coding.code)
  const isChosen = chosen.length === 1 && chosen[0] === coding.code
  const memo = coding.memo === undefined ? '' : l10n.t('memo: {0}', shownWords(coding.memo, 80))
  const item = new TreeItem(words, TreeItemCollapsibleState.None)
  item.id = coding.id
  item.iconPath = code ? codeIcon(code.color) : new ThemeIcon('question')
  const named = isChosen ? '' : shownWords(code?.name ?? l10n.t('unknown code'))
  item.description = [named, memo].filter(Boolean).join(' \u00B7 ')
  item.tooltip = tooltip(placed, codebook)
  item.contextValue = 'coding'
  item.command = { command: revealCodingCommand, title: l10n.t('Show in the Article'), arguments: [placed] }
  item.accessibilityInformation = { label: [words, named, memo].filter(Boolean).join(', '), role: 'treeitem' }
  return item
}

function tooltip({ coding }: PlacedCoding, codebook: Codebook | undefined): MarkdownString {
  const [first] = coding.target
  const last = coding.target.at(-1)
  const around = `${escapeMarkdown(first?.prefix ?? '')} **${escapeMarkdown(targetWords(coding.target).slice(0, 2000))}** ${escapeMarkdown(last?.suffix ?? '')}`
  const name = codebook ? wholeName(codebook, coding.code) : ''
  const who = l10n.t('{0}, {1}', coding.creator, shownDay(coding.modified ?? coding.created))
  return new MarkdownString(
    [
      around,
      `${escapeMarkdown(name)} \u00B7 ${escapeMarkdown(who)}`,
      coding.memo === undefined ? '' : escapeLines(coding.memo)
    ]
      .filter(Boolean)
      .join('\n\n')
  )
}
