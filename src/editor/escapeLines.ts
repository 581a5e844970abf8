import { escapeMarkdown } from './markdownText'

/** The most of a memo that a hover shows, in UTF-16 units. */
const longest = 4000

/** A text of several lines as Markdown that shows exactly this, and an ellipsis for the end of a very long one. */
export function escapeLines(text: string): string {
  const shown = text.length > longest ? `${text.slice(0, longest)}\u2026` : text
  return shown
    .split(/\r\n|\r|\n/)
    .map(escapeMarkdown)
    .join('  \n')
}
