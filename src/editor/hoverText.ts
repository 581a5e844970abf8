import { l10n, type Uri } from 'vscode'
import type { Quote } from '../analysis'
import { shownText, type SourceText, type Span } from '../article'
import { spanLink } from './links'
import { escapeMarkdown, excerpt } from './markdownText'
import { quoteText } from './quoteText'

/** The document, as the parts of a hover need it. */
export interface HoverText extends SourceText {
  readonly uri: Uri
  /** A BCP 47 tag, for numbers. */
  readonly language: string
  /** The line of an offset (UTF-16 units), counted from 1. */
  readonly lineOf: (offset: number) => number
}

/** The most mentions and quotes in a hover, so that it stays short; the sidebar shows all of them. */
const shownMentions = 12
const shownQuotes = 5

/** The text of each span as a link that selects it, by line: "line 3: the minister, she", then "line 7: Lopez". */
export function mentionLinks(spans: readonly Span[], hover: HoverText): string {
  const { uri, lineOf } = hover
  const lines = new Map<number, string[]>()
  for (const span of spans.slice(0, shownMentions)) {
    const line = lineOf(span.start)
    const link = spanLink(escapeMarkdown(excerpt(shownText(hover, span), 40)), uri, span)
    lines.set(line, [...(lines.get(line) ?? []), link])
  }
  const links = [...lines].map(([line, found]) => l10n.t('line {0}: {1}', line, found.join(', ')))
  return links.join(' \u00B7 ') + (spans.length > shownMentions ? ' \u2026' : '')
}

/** Quotes as a Markdown list, each a link that selects it. */
export function quoteList(quotes: readonly Quote[], hover: HoverText): string {
  const items = quotes.slice(0, shownQuotes).flatMap((quote) => {
    const [first] = quote.content
    if (!first) return []
    const line = spanLink(l10n.t('line {0}', hover.lineOf(first.start)), hover.uri, first)
    return `- ${escapeMarkdown(excerpt(quoteText(quote.content, hover)))} (${line})`
  })
  const more = quotes.length - shownQuotes
  return [...items, ...(more > 0 ? [`- ${l10n.t('and {0} more', more)}`] : [])].join('\n')
}
