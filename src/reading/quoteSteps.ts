import { factKeys, type AnalyzedText, type Quote } from '../analysis'
import type { Span } from '../article'
import { neighbor, type Direction } from '../util/neighbor'
import type { FolderArticle, FolderSnapshot } from '../workspace/folderArticle'

/** Words of a quote in an article, and the key of its source there. */
export interface QuotePlace {
  readonly span: Span
  readonly source: string
}

/** A quote of the same source in another article of the folder. */
export interface QuoteElsewhere extends QuotePlace {
  readonly article: FolderArticle
}

type Article = FolderArticle | AnalyzedText

/** The next or previous quote of a source (an `Entity.id`) in its article, from an offset on. Undefined behind the last one. */
export function quoteInArticle(
  article: AnalyzedText,
  speaker: string,
  offset: number,
  direction: Direction,
  attitudes: boolean
): QuotePlace | undefined {
  const quotes = quotesOf(article, speaker, attitudes)
  const quote = quotes[neighbor(quotes.map(startOf), offset, direction)]
  return quote && placeOf(article, speaker, quote)
}

/** The first quote of the source in this article, or its last one. */
export function endmostQuote(
  article: AnalyzedText,
  speaker: string,
  direction: Direction,
  attitudes: boolean
): QuotePlace | undefined {
  const quotes = quotesOf(article, speaker, attitudes)
  const quote = direction === 'next' ? quotes[0] : quotes.at(-1)
  return quote && placeOf(article, speaker, quote)
}

/**
 * The same source's first quote in the next article of the folder that has one, or its last in the one before; from the last
 * article on to the first. Undefined where no other article quotes it, and where the folder is not read or does not have this
 * article as it is now.
 */
export function quoteElsewhere(
  folder: FolderSnapshot | undefined,
  article: Article,
  speaker: string,
  direction: Direction,
  attitudes: boolean
): QuoteElsewhere | undefined {
  const entity = folder?.has(article) ? folder.corpus.entityOf({ article: article.id, entity: speaker }) : undefined
  if (!folder || !entity) return undefined
  const quoting = new Set(entity.quotes.flatMap((quote) => (attitudes || !quote.attitude ? quote.article : [])))
  const order = folder.articles.filter(({ id }) => id === article.id || quoting.has(id))
  const here = order.findIndex(({ id }) => id === article.id)
  const step = direction === 'next' ? 1 : -1
  for (let away = 1; away < order.length; away++) {
    const other = order[(here + away * step + order.length * 2) % order.length]!
    for (const member of entity.members) {
      if (member.article !== other.id) continue
      const place = endmostQuote(other, member.entity, direction, attitudes)
      if (place) return { ...place, article: other }
    }
  }
  return undefined
}

/** Whose key this is: an `Entity.id`. */
export function speakerOfKey(article: AnalyzedText, key: string): string | undefined {
  for (const [id, known] of factKeys(article).entities) if (known === key) return id
  return undefined
}

/** The source that a cursor is about: that of the quote there, by its words, cue or source; of several the innermost. */
export function speakerAt({ analysis }: AnalyzedText, offset: number): string | undefined {
  let best: { readonly speaker: string; readonly length: number } | undefined
  for (const { content, cue, source, speaker } of analysis.quotes) {
    if (speaker === null) continue
    const piece = [...content, ...(cue ?? []), ...(source ?? [])].find(
      ({ start, end }) => start <= offset && offset <= end
    )
    if (piece && (!best || piece.end - piece.start < best.length)) best = { speaker, length: piece.end - piece.start }
  }
  return best?.speaker
}

/** The source of the first quote behind an offset, or of the last before it. */
export function speakerNear({ analysis }: AnalyzedText, offset: number, direction: Direction): string | undefined {
  const quotes = analysis.quotes.filter(({ speaker }) => speaker !== null)
  const starts = quotes.map(startOf)
  const [forward, backward] = [neighbor(starts, offset, 'next'), neighbor(starts, offset, 'previous')]
  const index = direction === 'next' ? (forward >= 0 ? forward : backward) : backward >= 0 ? backward : forward
  return (quotes[index] ?? quotes[0])?.speaker ?? undefined
}

function quotesOf({ analysis }: AnalyzedText, speaker: string, attitudes: boolean): readonly Quote[] {
  return analysis.quotes
    .filter((quote) => quote.speaker === speaker && (attitudes || quote.act === 'speech'))
    .sort((a, b) => startOf(a) - startOf(b))
}

function placeOf(article: AnalyzedText, speaker: string, { content }: Quote): QuotePlace {
  return {
    span: { start: content[0]!.start, end: content.at(-1)!.end },
    source: factKeys(article).entities.get(speaker) ?? ''
  }
}

function startOf({ content }: Quote): number {
  return content[0]?.start ?? 0
}
