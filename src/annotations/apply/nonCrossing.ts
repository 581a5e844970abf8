import type { Span } from '../../article'

/** Spans no two of which cross: of two that share characters one holds the other. */
export interface NonCrossing {
  /** Takes a span in unless it crosses one that is there; says whether it did. */
  add(span: Span): boolean
}

/**
 * An empty set for some of these spans. An addition takes time in the logarithm of their number.
 *
 * Of the spans that are there, those around a place are nested: only the innermost around the beginning of a new one can end
 * inside of it, and only the innermost around its end can begin there. A tree over the places where spans begin and end
 * keeps for each stretch the innermost span that covers it.
 */
export function nonCrossing(all: readonly Span[]): NonCrossing {
  const places = Float64Array.from(new Set(all.flatMap(({ start, end }) => [start, end]))).sort()
  const rankOf = new Map(Array.from(places, (place, rank) => [place, rank] as const))
  const size = Math.max(1, places.length)
  const innermost: (Span | undefined)[] = new Array<Span | undefined>(2 * size)

  const around = (place: number) => {
    let found: Span | undefined
    for (let at = rankOf.get(place)! + size; at > 0; at >>= 1) found = inner(found, innermost[at])
    return found
  }

  return {
    add(span) {
      const { start, end } = span
      const [before, behind] = [around(start), around(end)]
      if ((before && before.end < end) || (behind && behind.start > start)) return false
      // The places strictly inside: at its own edges a span is around nothing.
      let from = rankOf.get(start)! + 1 + size
      let to = rankOf.get(end)! + size
      for (; from < to; from >>= 1, to >>= 1) {
        if (from & 1) innermost[from] = inner(innermost[from++], span)
        if (to & 1) innermost[--to] = inner(innermost[to], span)
      }
      return true
    }
  }
}

/** The one of two nested spans that lies in the other. */
function inner(a: Span | undefined, b: Span | undefined): Span | undefined {
  if (!a || !b) return a ?? b
  return b.start > a.start || (b.start === a.start && b.end <= a.end) ? b : a
}
