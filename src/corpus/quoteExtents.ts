import type { Analysis } from '../analysis'

/**
 * Where the quotes of an article stand in its text, each from the first of its pieces to the last: two numbers for each of
 * `Analysis.quotes`, start and end, in UTF-16 units.
 */
export type QuoteExtents = Uint32Array

/** Pure. */
export function quoteExtents({ quotes }: Pick<Analysis, 'quotes'>): QuoteExtents {
  return Uint32Array.from(quotes.flatMap(({ content }) => [content[0]?.start ?? 0, content.at(-1)?.end ?? 0]))
}

/** Undefined where the article has no such quote. */
export function quoteExtent(
  extents: QuoteExtents,
  quote: number
): { readonly start: number; readonly end: number } | undefined {
  const start = extents[2 * quote]
  const end = extents[2 * quote + 1]
  return start === undefined || end === undefined ? undefined : { start, end }
}
