import { shownText, type SourceText, type Span } from '../../article'
import { onOneLine } from '../../util/oneLine'

/** What a reader sees of pieces, on one line, with an ellipsis between them. */
export function wordsOf(source: SourceText, spans: readonly Span[]): string {
  return spans.map((span) => onOneLine(shownText(source, span))).join(' \u2026 ')
}

/**
 * V8's slices of a string keep the whole string, here a whole article, in memory: this is a string of its own. Written and read again, since
 * of characters of which a byte is enough it takes one each, also where others in the article need two.
 */
export function ownCopy(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string
}
