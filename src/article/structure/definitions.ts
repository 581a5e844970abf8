import type { Span } from '../article'

/** A label as references and definitions are compared: without regard to case and to how much white space parts its words. */
export function normalizedLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase()
}

/** `[label]: target "title"`, all in one line and without escapes. */
const definitionLine =
  /^\[(?!\^)([^[\]\\]{1,999})\]:[ \t]*(?:[^ \t<>()\\&\p{Cc}][^ \t()\\&\p{Cc}]*|<[^<>\\&]*>)([ \t]+(?:"[^"\\&]*"|'[^'\\&]*'))?[ \t]*$/u

/** What may be a title, in the line behind a definition. */
const titleStart = /^[ \t]*["'(]/

const longestLine = 2000

/**
 * The plain definitions that a paragraph's lines begin with: their labels, and how many lines they are. Other ones are left
 * to the parser; so are they all where one of them might go on in the next line.
 */
export function leadingDefinitions(
  text: string,
  lines: readonly Span[]
): { readonly labels: readonly string[]; readonly count: number } {
  const labels: string[] = []
  let count = 0
  for (const line of lines) {
    const found = line.end - line.start > longestLine ? null : definitionLine.exec(text.slice(line.start, line.end))
    if (found === null || (found[1] ?? '').trim() === '') break
    const next = lines[count + 1]
    const hasTitle = found[2] !== undefined
    if (!hasTitle && next !== undefined && titleStart.test(text.slice(next.start, Math.min(next.end, next.start + 80))))
      break
    labels.push(normalizedLabel(found[1] ?? ''))
    count++
  }
  return { labels, count }
}
