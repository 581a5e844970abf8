import type { Markup, SourceText, Span } from './article'
import { firstIndex } from '../util/binarySearch'

/** What a reader sees of a span of the source: without its marks, and with the characters that references stand for. */
export function shownText({ text, markup }: SourceText, { start, end }: Span): string {
  let index = firstIndex(markup.length, (at) => markup[at]!.end > start)
  let shown = ''
  let from = start
  for (; index < markup.length && markup[index]!.start < end; index++) {
    const mark = markup[index]!
    if (mark.start > from) shown += text.slice(from, mark.start)
    shown += mark.shown.slice(shownBefore(mark, start), shownBefore(mark, end))
    from = mark.end
  }
  return from < end ? shown + text.slice(from, end) : shown
}

/** A whole source as a reader sees it, and the way between the offsets of the two. */
export interface ShownSource {
  readonly text: string
  /** Where an offset of the source stands in what is shown. Ascending. */
  readonly shownOffset: (offset: number) => number
  /** The tightest span of the source in which a span of what is shown stands. */
  readonly sourceSpan: (shown: Span) => Span
}

/** Linear in the text; each offset then takes a binary search in the markup. */
export function showSource({ text, markup }: SourceText): ShownSource {
  if (markup.length === 0)
    return { text, shownOffset: (offset) => offset, sourceSpan: ({ start, end }) => ({ start, end }) }
  const starts = new Int32Array(markup.length) // where each mark stands in what is shown
  const parts: string[] = []
  let shownLength = 0
  let from = 0
  markup.forEach((mark, index) => {
    shownLength += mark.start - from
    starts[index] = shownLength
    parts.push(text.slice(from, mark.start), mark.shown)
    shownLength += mark.shown.length
    from = mark.end
  })
  parts.push(text.slice(from))
  return {
    text: parts.join(''),
    shownOffset: (offset) => {
      const index = firstIndex(markup.length, (at) => markup[at]!.start >= offset) - 1
      const mark = markup[index]
      if (mark === undefined) return offset
      return starts[index]! + shownBefore(mark, offset) + Math.max(0, offset - mark.end)
    },
    sourceSpan: ({ start, end }) => {
      const first = firstIndex(markup.length, (at) => starts[at]! > start) - 1
      const last = firstIndex(markup.length, (at) => starts[at]! >= end) - 1
      const sourceStart = first < 0 ? start : sourceOffset(markup[first]!, start - starts[first]!)
      return {
        start: sourceStart,
        end: Math.max(sourceStart, last < 0 ? end : sourceOffset(markup[last]!, end - starts[last]!))
      }
    }
  }
}

/** How many of the characters that are shown for a mark stand before an offset of the source. */
function shownBefore({ start, end, shown }: Markup, offset: number): number {
  return offset >= end ? shown.length : Math.min(shown.length, Math.max(0, offset - start))
}

/** The offset in the source of the character that is shown so many behind the beginning of a mark. */
function sourceOffset({ start, end, shown }: Markup, behind: number): number {
  return behind < shown.length ? start + behind : end + behind - shown.length
}
