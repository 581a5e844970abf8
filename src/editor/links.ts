import type { Uri } from 'vscode'
import type { Span } from '../article'

/** The command that selects a span of an article. Only for links in hovers, and so not in the command palette. */
export const revealSpanCommand = 'articleAnnotator.revealSpan'

/** The command that shows where else the words of a span are meant. Only for links in hovers. */
export const peekMentionsCommand = 'articleAnnotator.peekMentions'

/**
 * A Markdown link that runs a command with arguments; `label` is Markdown. It works only in a MarkdownString that trusts the
 * command.
 */
export function commandLink(label: string, command: string, parameters: readonly unknown[] = []): string {
  const encoded = encodeURIComponent(JSON.stringify(parameters)).replace(/[()]/g, (mark) =>
    mark === '(' ? '%28' : '%29'
  )
  return `[${label}](command:${command}${parameters.length > 0 ? `?${encoded}` : ''})`
}

/** A Markdown link that selects a span of an article. */
export function spanLink(label: string, uri: Uri, { start, end }: Span): string {
  return commandLink(label, revealSpanCommand, [uri.toString(), start, end])
}
