import type { Analysis, Quote } from '../analysis'
import type { Span } from '../article'

/** The parts of quotes that the editor decorates. The spans of each list are ordered and do not overlap. */
export interface QuoteParts {
  readonly content: readonly Span[]
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
}

/** Of quotes that are suggested, and of those that somebody has decided about. */
export interface QuoteDecorations {
  readonly suggested: QuoteParts
  readonly decided: QuoteParts
}

export interface QuoteDecorationOptions {
  /** What is marked: all three parts, the content alone, or nothing. */
  readonly parts: 'all' | 'content' | 'off'
  /** Also quotes that are attitudes: what somebody believes, wants or fears. */
  readonly attitudes: boolean
}

/**
 * What the editor marks of an article's quotes: the content of indirect and mixed ones (quotation marks already show
 * the direct ones, and the grammar colours them) and of all that are decided, and the source and cue of each. A source that
 * a suggested quote shares with a decided one is decided.
 */
export function quoteDecorations({ quotes }: Analysis, { parts, attitudes }: QuoteDecorationOptions): QuoteDecorations {
  const shown = parts === 'off' ? [] : quotes.filter(({ act }) => attitudes || act === 'speech')
  const isDecided = ({ decidedBy }: Quote) => decidedBy !== undefined
  const decided = partsOf(shown.filter(isDecided), parts, () => true)
  const suggested = partsOf(
    shown.filter((quote) => !isDecided(quote)),
    parts,
    ({ kind }) => kind !== 'direct'
  )
  return {
    decided,
    suggested: {
      content: suggested.content,
      source: without(suggested.source, decided.source),
      cue: without(suggested.cue, decided.cue)
    }
  }
}

function partsOf(
  quotes: readonly Quote[],
  parts: QuoteDecorationOptions['parts'],
  showsContent: (quote: Quote) => boolean
): QuoteParts {
  const marked = (part: (quote: Quote) => readonly Span[] | null) =>
    merged(quotes.flatMap((quote) => part(quote) ?? []))
  return {
    content: marked((quote) => (showsContent(quote) ? quote.content : null)),
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

function without(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  const taken = new Set(others.map(({ start, end }) => `${start}-${end}`))
  return spans.filter(({ start, end }) => !taken.has(`${start}-${end}`))
}
