import type { Analysis, Quote } from '../analysis'
import type { Span } from '../article'
import type { Steps } from '../util/steps'

/** The parts of quotes that have a line of their own in the editor, by the palette. */
export const quoteLines = ['directQuote', 'mixedQuote', 'indirectQuote', 'attitude', 'source', 'cue'] as const

export type QuoteLine = (typeof quoteLines)[number]

/** The spans of each list are ordered and do not overlap. */
export type QuoteLines = Readonly<Record<QuoteLine, readonly Span[]>>

export interface QuoteDecorations {
  /** The words of all quotes that somebody said: they are shaded. */
  readonly shade: readonly Span[]
  /** Of quotes that are suggested, and of those that somebody has decided about. */
  readonly suggested: QuoteLines
  readonly decided: QuoteLines
}

export interface QuoteDecorationOptions {
  /** Whether the words of quotes are marked. */
  readonly quotes: boolean
  /** Whether their sources and cues are. */
  readonly sources: boolean
  /** Also quotes that are attitudes: what somebody believes, wants or fears. */
  readonly attitudes: boolean
}

/**
 * What the editor marks of an article's quotes: the words of each, by kind, and its source and cue. A source that a suggested
 * quote shares with a decided one is decided.
 */
export function* quoteDecorations({ quotes }: Analysis, options: QuoteDecorationOptions): Steps<QuoteDecorations> {
  const shown = quotes.filter(({ act }) => options.attitudes || act === 'speech')
  const isDecided = ({ decidedBy }: Quote) => decidedBy !== undefined
  const decided = yield* linesOf(shown.filter(isDecided), options)
  const suggested = yield* linesOf(
    shown.filter((quote) => !isDecided(quote)),
    options
  )
  yield
  return {
    shade: options.quotes ? merged(shown.filter(({ act }) => act === 'speech').flatMap(({ content }) => content)) : [],
    decided,
    suggested: {
      ...suggested,
      source: without(suggested.source, decided.source),
      cue: without(suggested.cue, decided.cue)
    }
  }
}

/** What a quote's words are, by the palette. */
export function quotePart({ kind, act }: Pick<Quote, 'kind' | 'act'>): Exclude<QuoteLine, 'source' | 'cue'> {
  if (act === 'attitude') return 'attitude'
  return kind === 'direct' ? 'directQuote' : kind === 'mixed' ? 'mixedQuote' : 'indirectQuote'
}

function* linesOf(quotes: readonly Quote[], options: QuoteDecorationOptions): Steps<QuoteLines> {
  const lines: Partial<Record<QuoteLine, readonly Span[]>> = {}
  for (const part of quoteLines) {
    yield
    const isShown = part === 'source' || part === 'cue' ? options.sources : options.quotes
    lines[part] = isShown ? merged(quotes.flatMap((quote) => spansOf(quote, part))) : []
  }
  return lines as QuoteLines
}

function spansOf(quote: Quote, part: QuoteLine): readonly Span[] {
  if (part === 'source' || part === 'cue') return quote[part] ?? []
  return quotePart(quote) === part ? quote.content : []
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
