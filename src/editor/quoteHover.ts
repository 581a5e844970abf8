import { l10n } from 'vscode'
import type { Quote } from '../analysis'
import type { Span } from '../article'
import { decideLinks } from './decideLinks'
import type { QuoteCard } from './hoverCards'
import { quoteList, type HoverText } from './hoverText'
import { escapeMarkdown, excerpt } from './markdownText'
import { quoteText } from './quoteText'
import { findingReason, identityReason } from './reasons'
import { quoteKindName } from './vocabulary'

/**
 * The hover of a quote as Markdown: its kind, speaker, source and cue, why it was found, and the speaker's other
 * quotes, and what can be decided.
 */
export function quoteHover({ quote, piece, speaker, others }: QuoteCard, text: HoverText): string {
  const headline = `**${quoteKindName(quote)}** \u00B7 ${speaker ? escapeMarkdown(speaker.name) : l10n.t('speaker unknown')}`
  const parts = [
    quote.source ? l10n.t('Source: {0}', surface(quote.source, text)) : l10n.t('No source in the text'),
    quote.cue ? l10n.t('Cue: {0}', surface(quote.cue, text)) : l10n.t('no cue')
  ].join(' \u00B7 ')
  // Who decided it is said beside the links that decide.
  const reasons = quote.decidedBy === undefined ? [reason(quote)] : []
  return [
    [headline, parts, ...reasons].join('  \n'),
    others.length > 0
      ? `${others.length === 1 ? l10n.t('Another quote of this speaker:') : l10n.t('{0} other quotes of this speaker:', others.length)}\n\n${quoteList(others, text)}`
      : '',
    decideLinks({ uri: text.uri, ...piece, about: 'quote' }, quote)
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** Why it was found, how sure that is, and why this is its speaker. */
function reason({ confidence, rule, speakerRule }: Quote): string {
  const found = l10n.t('{0} % sure: {1}', Math.round(100 * confidence), escapeMarkdown(findingReason(rule)))
  const identified = speakerRule ? ` \u00B7 ${l10n.t('speaker: {0}', escapeMarkdown(identityReason(speakerRule)))}` : ''
  return `*${found}${identified}*`
}

function surface(pieces: readonly Span[], text: HoverText): string {
  return escapeMarkdown(excerpt(quoteText(pieces, text), 80))
}
