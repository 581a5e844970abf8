import { readArticle, shownText, type SourceText, type Span } from '../../article'
import { firstIndex } from '../../util/binarySearch'
import { lazy } from '../../util/lazy'
import type { QuoteKind } from '../analysis'
import { kindOf } from './kind'
import { proseOf, type Prose } from './prose'

/**
 * Tells by its quotation marks what kind of quote a content is. Reads only the paragraphs that it is asked about, each once.
 * Pieces are spans of the source, in order.
 */
export function quoteKinds(source: SourceText): (content: readonly Span[]) => QuoteKind {
  const read = new Map<string, Prose | null>()
  const breaks = lazy(() => emptyLines(source.text))
  const paragraphsAround = ({ start, end }: Span): Span => {
    const places = breaks()
    return {
      start: places[firstIndex(places.length, (at) => places[at]! >= start) - 1] ?? 0,
      end: places[firstIndex(places.length, (at) => places[at]! >= end)] ?? source.text.length
    }
  }
  const proseAt = (paragraph: Span) => {
    const key = `${paragraph.start}-${paragraph.end}`
    const known = read.get(key)
    if (known !== undefined) return known
    const text = shownText(source, paragraph)
    const prose = mayOpen.test(text) ? proseOf(readArticle(text, 'plain')) : null
    read.set(key, prose)
    return prose
  }
  return (content) => {
    const kinds = new Set(
      content.map((piece) => {
        const paragraph = paragraphsAround(piece)
        const prose = proseAt(paragraph)
        if (!prose) return 'indirect'
        const shownAt = (offset: number) => shownText(source, { start: paragraph.start, end: offset }).length
        const [start, end] = [shownAt(piece.start), shownAt(piece.end)]
        const { tokens } = prose.article
        return kindOf(prose, [
          {
            from: firstIndex(tokens.length, (at) => tokens[at]!.end > start),
            to: firstIndex(tokens.length, (at) => tokens[at]!.start >= end)
          }
        ])
      })
    )
    return kinds.size === 1 ? [...kinds][0]! : 'mixed'
  }
}

/** A mark that may open a quotation: a single one only where no word stands directly before it. */
const mayOpen = /["`\u201c-\u201f\u00ab\u00bb\u2039\u203a]|(?<![\p{L}\p{N}])['\u2018\u2019]/u

/** Where the empty lines begin. */
function emptyLines(text: string): readonly number[] {
  return Array.from(text.matchAll(/\n[^\S\n]*\n/g), ({ index }) => index)
}
