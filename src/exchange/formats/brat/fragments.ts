import type { Span } from '../../../article'

/** Where brat, or the Python and Java that it and others are written in, end a line or a field. */
const separators = '\\t\\n\\v\\f\\r\\u001C-\\u001E\\u0085\\u2028\\u2029'
const blanks = `\\s${separators}\\u001F`

/**
 * Pieces as brat wants them: none goes over the end of a line or a tab, none begins or ends with a blank. Blanks alone are no piece.
 * In order, UTF-16 units.
 */
export function fragmentsOf(text: string, pieces: readonly Span[]): readonly Span[] {
  return pieces.flatMap(({ start, end }) => {
    const fragments: Span[] = []
    for (const { index, 0: line } of text.slice(start, end).matchAll(new RegExp(`[^${separators}]+`, 'g'))) {
      const trimmed = line.replace(new RegExp(`[${blanks}]+$`), '')
      const lead = /^\s*/.exec(trimmed.replace(/\u001F/g, ' '))![0].length
      if (trimmed.length > lead) fragments.push({ start: start + index + lead, end: start + index + trimmed.length })
    }
    return fragments
  })
}
