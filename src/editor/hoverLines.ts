import type { Uri } from 'vscode'
import type { Evidence } from '../analysis'
import type { SourceText, Span } from '../article'
import { nameCondition } from '../util/filterQuery'
import { l10n } from '../workspace/l10n'
import type { HoverCounts } from './hoverCounts'
import { commandLink, peekMentionsCommand } from './links'
import { escapeMarkdown } from './markdownText'
import { withConfidence } from './vocabulary'

/** The document, as the lines of a hover need it. */
export interface HoverText extends SourceText {
  readonly uri: Uri
  /** A BCP 47 tag, for numbers. */
  readonly language: string
}

/** The panel with the quotes of the folder. */
export const showQuotesCommand = 'articleAnnotator.showQuotes'
const showSidebarCommand = 'articleAnnotator.showSidebar'

/** The commands that a hover offers: each checks its argument, and what it does can be undone. */
export const hoverCommands = [
  showQuotesCommand,
  showSidebarCommand,
  peekMentionsCommand,
  ...['accept', 'reject', 'takeBack', 'annotate', 'code', 'memo'].map((name) => `articleAnnotator.${name}`)
]

/** What the links of a hover are about: these words. */
export interface HoverTarget extends Span {
  readonly uri: Uri
  readonly about: 'mention' | 'quote'
}

/** "High confidence (92 %): found by the cue and source after it", or who decided. The reason is plain text. */
export function reasonLine(
  { confidence, decidedBy }: Pick<Evidence, 'confidence' | 'decidedBy'>,
  reason: string
): string {
  if (decidedBy !== undefined) return `*${l10n.t('Decided by {0}', escapeMarkdown(decidedBy))}*`
  return `*${escapeMarkdown(withConfidence(confidence, reason))}*`
}

/**
 * "3 quotes · 4 mentions · 2 articles". In a folder each is a link into the panel of quotes, for everything of that name; in an
 * article alone to the sidebar, and to where else the words are meant.
 */
export function countsLine(
  { quotes, mentions, articles }: HoverCounts,
  name: string,
  { uri, start, end }: HoverTarget
): string {
  const panel = (label: string, show: 'quotes' | 'mentions') =>
    commandLink(label, showQuotesCommand, [{ query: nameCondition('source', name), show }])
  const quoted = quotes === 1 ? l10n.t('1 quote') : l10n.t('{0} quotes', quotes)
  const mentioned = mentions === 1 ? l10n.t('1 mention') : l10n.t('{0} mentions', mentions)
  return [
    ...(quotes === 0
      ? []
      : [articles === undefined ? commandLink(quoted, showSidebarCommand) : panel(quoted, 'quotes')]),
    articles === undefined
      ? commandLink(mentioned, peekMentionsCommand, [uri.toString(), start, end])
      : panel(mentioned, 'mentions'),
    ...(articles === undefined
      ? []
      : [panel(articles === 1 ? l10n.t('1 article') : l10n.t('{0} articles', articles), 'mentions')])
  ].join(' \u00B7 ')
}

/** The links that decide, code and note, as Markdown. They work only in a MarkdownString that trusts `hoverCommands`. */
export function actionsLine({ uri, start, end, about }: HoverTarget, { decidedBy }: Evidence): string {
  const argument = { uri: uri.toString(), start, end, webviewSection: about }
  const action = (label: string, name: string) => commandLink(label, `articleAnnotator.${name}`, [argument])
  return [
    decidedBy === undefined ? action(l10n.t('Accept'), 'accept') : action(l10n.t('Take back'), 'takeBack'),
    action(l10n.t('Reject'), 'reject'),
    action(l10n.t('Correct\u2026'), 'annotate'),
    action(l10n.t('Code\u2026'), 'code'),
    action(l10n.t('Note\u2026'), 'memo')
  ].join(' \u00B7 ')
}

/** The lines as one paragraph of Markdown, the last one a little apart. */
export function hoverLines(lines: readonly (string | false | undefined)[], last: string): string {
  return `${lines.filter(Boolean).join('  \n')}\n\n${last}`
}
