import { l10n } from 'vscode'
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
  const certainty = Math.round(100 * quote.confidence)
  const found = l10n.t('{0} % sure: {1}', certainty, escapeMarkdown(findingReason(quote.rule)))
  const identified = quote.speakerRule
    ? ` \u00B7 ${l10n.t('speaker: {0}', escapeMarkdown(identityReason(quote.speakerRule)))}`
    : ''
  return [
    [headline, parts, `*${found}${identified}*`].join('  \n'),
    others.length > 0
      ? `${others.length === 1 ? l10n.t('Another quote of this speaker:') : l10n.t('{0} other quotes of this speaker:', others.length)}\n\n${quoteList(others, text)}`
      : '',
    decideLinks({ uri: text.uri, ...piece, about: 'quote' }, quote)
  ]
    .filter(Boolean)
    .join('\n\n')
}

function surface(pieces: readonly Span[], text: HoverText): string {
  return escapeMarkdown(excerpt(quoteText(pieces, text), 80))
}
