import type { Analysis } from '../analysis'
import type { Span } from '../article'

/** So much before and after what is seen is read with it. UTF-16 units. */
const around = 8000

/** The lines around what is seen of a text. */
export function seenPart(text: string, seen: Span): Span {
  const before = text.lastIndexOf('\n', Math.max(0, seen.start - around))
  const after = text.indexOf('\n', seen.end + around)
  return { start: before < 0 ? 0 : before + 1, end: after < 0 ? text.length : after }
}

/** What was found in a part of a text, as it stands in the whole. */
export function inWhole({ mentions, quotes, entities, links }: Analysis, offset: number): Analysis {
  const moved = ({ start, end }: Span): Span => ({ start: start + offset, end: end + offset })
  const all = (spans: readonly Span[] | null) => spans && spans.map(moved)
  return {
    entities,
    links,
    mentions: mentions.map((mention) => ({
      ...mention,
      ...moved(mention),
      description: mention.description && moved(mention.description)
    })),
    quotes: quotes.map((quote) => ({
      ...quote,
      content: quote.content.map(moved),
      cue: all(quote.cue),
      source: all(quote.source)
    }))
  }
}
