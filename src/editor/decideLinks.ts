import { l10n, type Uri } from 'vscode'
import type { Evidence } from '../analysis'
import type { Span } from '../article'
import { escapeMarkdown } from './markdownText'

/** The commands that a hover offers: each checks its argument, and what it does can be undone. */
export const decideLinkCommands = ['accept', 'reject', 'takeBack', 'setSpeaker', 'changeType', 'annotate'].map(
  (name) => `articleAnnotator.${name}`
)

/** What a link in a hover decides about. */
export interface DecideLinkTarget extends Span {
  readonly uri: Uri
  readonly about: 'mention' | 'quote'
}

/**
 * A line of links that decide about a fact, as Markdown. They work only in a MarkdownString that trusts `decideLinkCommands`.
 * Who decided is said in the place of accepting it again.
 */
export function decideLinks(target: DecideLinkTarget, { decidedBy }: Evidence): string {
  const { about } = target
  return [
    decidedBy === undefined
      ? link(l10n.t('Accept'), 'accept', target)
      : l10n.t('Decided by {0}', escapeMarkdown(decidedBy)),
    ...(about === 'quote' ? [link(l10n.t('Speaker\u2026'), 'setSpeaker', target)] : []),
    ...(about === 'mention' ? [link(l10n.t('Change type\u2026'), 'changeType', target)] : []),
    ...(decidedBy === undefined ? [] : [link(l10n.t('Take back'), 'takeBack', target)]),
    link(l10n.t('Reject'), 'reject', target),
    link(l10n.t('More\u2026'), 'annotate', target)
  ].join(' \u00B7 ')
}

function link(label: string, command: string, { uri, start, end, about }: DecideLinkTarget): string {
  const argument = { uri: uri.toString(), start, end, webviewSection: about }
  const encoded = encodeURIComponent(JSON.stringify([argument])).replace(/[()]/g, (mark) =>
    mark === '(' ? '%28' : '%29'
  )
  return `[${label}](command:articleAnnotator.${command}?${encoded})`
}
