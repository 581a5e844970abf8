import type { Uri } from 'vscode'
import type { Span } from '../article'

/** Selects a span of an article; for links in hovers, therefore not in the command palette. */
export const revealSpanCommand = 'articleAnnotator.revealSpan'

/** A Markdown link that selects a span of an article; `label` is Markdown. Only a MarkdownString that trusts `revealSpanCommand` runs it. */
export function spanLink(label: string, uri: Uri, { start, end }: Span): string {
  const argument = encodeURIComponent(JSON.stringify([uri.toString(), start, end])).replace(/[()]/g, (mark) =>
    mark === '(' ? '%28' : '%29'
  )
  return `[${label}](command:${revealSpanCommand}?${argument})`
}
