import { l10n, type Uri } from 'vscode'
import type { Quote } from '../analysis'
import type { Span } from '../article'
import { spanLink } from './links'
import { escapeMarkdown, excerpt } from './markdownText'

/** What the parts of a hover need of the document. */
export interface HoverText {
  readonly uri: Uri
  readonly text: string
  /** A BCP 47 tag, for numbers. */
  readonly language: string
  /** Counted from 1. */
  readonly lineOf: (offset: number) => number
}

/** More would make the hover a list to scroll; the sidebar has them all. */
const shownLines = 12
const shownQuotes = 5

/** The line numbers of spans, each a link that selects its span. */
export function numberedLinks(spans: readonly Span[], { uri, lineOf }: HoverText): string {
  const links = spans.slice(0, shownLines).map((span) => spanLink(String(lineOf(span.start)), uri, span))
  return links.join(', ') + (spans.length > shownLines ? ' \u2026' : '')
}

/** Quotes as a Markdown list, each a link that selects it. */
export function quoteList(quotes: readonly Quote[], hover: HoverText): string {
  const items = quotes.slice(0, shownQuotes).flatMap((quote) => {
    const [first] = quote.content
    if (!first) return []
    const line = spanLink(l10n.t('line {0}', hover.lineOf(first.start)), hover.uri, first)
    return `- ${escapeMarkdown(excerpt(quoteText(quote.content, hover.text)))} (${line})`
  })
  const more = quotes.length - shownQuotes
  return [...items, ...(more > 0 ? [`- ${l10n.t('and {0} more', more)}`] : [])].join('\n')
}

/** The pieces of a span list as one text, with an ellipsis where something stands in between. */
export function quoteText(pieces: readonly Span[], text: string): string {
  return pieces.map(({ start, end }) => text.slice(start, end)).join(' \u2026 ')
}
