import { onOneLine, trimCut } from '../util/oneLine'
import { printable, withoutMarks } from '../util/printable'

/**
 * Words of an article or of a codebook as one line of a list or a notification: nothing in them acts, and there are no icons and links.
 * The beginning and an ellipsis of what is longer than `longest` UTF-16 units.
 */
export function shownWords(text: string, longest = 120): string {
  const line = onOneLine(printable(text.slice(0, 4 * longest)))
  const short = line.length > longest || text.length > 4 * longest ? `${trimCut(line.slice(0, longest))}\u2026` : line
  return withoutMarks(short)
}

/** Words in quotation marks. */
export function quoted(text: string, longest = 60): string {
  return `\u201C${shownWords(text, longest)}\u201D`
}

/** The pieces of a target with an ellipsis between them. */
export function targetWords(target: readonly { readonly exact: string }[]): string {
  return target.map(({ exact }) => exact).join(' \u2026 ')
}
