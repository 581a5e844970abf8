import type { Markup, SourceText, Span } from '../article'
import { firstIndex } from '../util/binarySearch'

/** A text as it goes out with an export, and the way to it. */
export interface CanonicalText extends SourceText {
  /** Where a span of the source stands in it. */
  readonly span: (source: Span) => Span
}

/**
 * The text that every export has its offsets into: line ends are LF, a lone surrogate (which no encoding of Unicode can hold) is U+FFFD.
 * All other characters are those of the file, the byte order mark is none of them. UTF-16 units before and after.
 */
export function canonicalText({ text, markup }: SourceText): CanonicalText {
  const withoutPairs = text.includes('\r\n') ? lineFeeds(text) : []
  const canonical = wellFormed(withLineFeeds(text))
  const at = withoutPairs.length === 0 ? same : (offset: number) => offset - countBelow(withoutPairs, offset)
  const span = ({ start, end }: Span): Span => ({ start: at(start), end: at(end) })
  const moved = (mark: Markup): Markup => ({ ...span(mark), shown: wellFormed(withLineFeeds(mark.shown)) })
  return { text: canonical, markup: markup.map(moved), span }
}

/** Words of a text as they are in the canonical one. */
export function canonicalWords(text: string): string {
  return wellFormed(withLineFeeds(text))
}

export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

function same(offset: number): number {
  return offset
}

/** The offsets of the line feeds that have a carriage return before them: their carriage return goes. */
function lineFeeds(text: string): readonly number[] {
  const offsets: number[] = []
  for (let at = text.indexOf('\r\n'); at !== -1; at = text.indexOf('\r\n', at + 2)) offsets.push(at + 1)
  return offsets
}

function countBelow(sorted: readonly number[], limit: number): number {
  return firstIndex(sorted.length, (index) => sorted[index]! >= limit)
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD')
}
