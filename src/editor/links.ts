import type { Uri } from 'vscode'
import type { Span } from '../article'

/** The command that selects a span of an article. Only for links in hovers, and so not in the command palette. */
export const revealSpanCommand = 'articleAnnotator.revealSpan'

/**
 * A Markdown link that selects a span of an article; `label` is Markdown. It works only in a MarkdownString that trusts
 * `revealSpanCommand`.
 */
export function spanLink(label: string, uri: Uri, { start, end }: Span): string {
  const argument = encodeURIComponent(JSON.stringify([uri.toString(), start, end])).replace(/[()]/g, (mark) =>
    mark === '(' ? '%28' : '%29'
  )
  return `[${label}](command:${revealSpanCommand}?${argument})`
}
