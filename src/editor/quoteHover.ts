import type { Quote } from '../analysis'
import { l10n } from '../workspace/l10n'
import type { QuoteCard } from './hoverCards'
import type { HoverCounts } from './hoverCounts'
import { actionsLine, countsLine, hoverLines, reasonLine, type HoverTarget, type HoverText } from './hoverLines'
import { spanLink } from './links'
import { escapeMarkdown, excerpt } from './markdownText'
import { quoteText } from './quoteText'
import { findingReason, identityReason } from './reasons'
import { quoteKindName } from './vocabulary'

/**
 * The hover of a quote as four lines of Markdown: who says it, what kind it is and by which cue; why we think so; how often its
 * speaker is quoted and mentioned; and what can be done about it.
 * @param counts of the speaker, where there is one: over the folder where that has the article, else of the article
 */
export function quoteHover(card: QuoteCard, text: HoverText, counts: HoverCounts | undefined): string {
  const { quote, piece, speaker } = card
  const target: HoverTarget = { uri: text.uri, start: piece.start, end: piece.end, about: 'quote' }
  return hoverLines(
    [
      [speakerOf(card, text), quoteKindName(quote), cueOf(quote, text)].filter(Boolean).join(' \u00B7 '),
      reasonLine(quote, reason(quote)),
      speaker && counts && countsLine(counts, speaker.name, target)
    ],
    actionsLine(target, quote)
  )
}

/** "she → **Maria Lopez**": the words that name the source, where they are others, and the speaker, a link to where that is told. */
function speakerOf({ quote, speaker, defining }: QuoteCard, hover: HoverText): string {
  const source = quote.source ? quoteText(quote.source, hover) : ''
  if (!speaker)
    return source === ''
      ? `**${l10n.t('Nobody is named as its source')}**`
      : `**${escapeMarkdown(excerpt(source, 80))}**`
  const name = escapeMarkdown(excerpt(speaker.name, 80))
  const linked = `**${defining ? spanLink(name, hover.uri, defining) : name}**`
  const isTold = source === '' || source.toLowerCase().includes(speaker.name.toLowerCase())
  return isTold ? linked : `${escapeMarkdown(excerpt(source, 60))} \u2192 ${linked}`
}

function cueOf({ cue }: Quote, hover: HoverText): string | undefined {
  return cue ? escapeMarkdown(l10n.t('\u201C{0}\u201D', excerpt(quoteText(cue, hover), 40))) : undefined
}

/** Why it was found, and why this is its speaker, as plain text. */
function reason({ rule, speakerRule }: Quote): string {
  const found = findingReason(rule)
  return speakerRule ? `${found} \u00B7 ${l10n.t('speaker: {0}', identityReason(speakerRule))}` : found
}
