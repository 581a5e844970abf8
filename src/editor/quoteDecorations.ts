import type { Analysis, Quote } from '../analysis'
import type { Span } from '../article'

/** The parts of quotes that the editor decorates. The spans of each list are ordered and do not overlap. */
export interface QuoteDecorations {
  readonly content: readonly Span[]
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
}

export interface QuoteDecorationOptions {
  /** What is marked: all three parts, the content alone, or nothing. */
  readonly parts: 'all' | 'content' | 'off'
  /** Also quotes that are attitudes: what somebody believes, wants or fears. */
  readonly attitudes: boolean
}

/**
 * What the editor marks of an article's quotes: the content of indirect and mixed ones (quotation marks already show
 * the direct ones, and the grammar colours them), and the source and cue of each.
 */
export function quoteDecorations({ quotes }: Analysis, { parts, attitudes }: QuoteDecorationOptions): QuoteDecorations {
  if (parts === 'off') return { content: [], source: [], cue: [] }
  const shown = quotes.filter(({ act }) => attitudes || act === 'speech')
  const marked = (part: (quote: Quote) => readonly Span[] | null) => merged(shown.flatMap((quote) => part(quote) ?? []))
  return {
    content: marked(({ kind, content }) => (kind === 'direct' ? null : content)),
    source: parts === 'all' ? marked(({ source }) => source) : [],
    cue: parts === 'all' ? marked(({ cue }) => cue) : []
  }
}

/** Merges overlapping spans, because transparent colours of overlapping decorations would add up. */
function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && span.start < last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else result.push(span)
  }
  return result
}
