import type { Quote, QuoteAct } from '../../analysis'
import type { Span } from '../../article'
import type { Edit } from '../step'
import { changes } from './changes'
import { anchorsAt, decisionOn, isOwn, piecesOf, suggestionOf, type Deciding, type Fact } from './facts'

/** Parts of a quote that a person sets; what is not given stays. */
export interface QuoteParts {
  readonly content?: readonly Span[]
  readonly cue?: readonly Span[] | null
  readonly source?: readonly Span[] | null
  readonly act?: QuoteAct
}

/**
 * Makes spans of the text the content of a quote: of the one that has most of them, otherwise of a new one. Where `attitudes` are
 * not shown, what was only believed or wanted becomes said: whoever marks a quote wants to see one.
 */
export function markQuote(
  deciding: Deciding,
  content: readonly Span[],
  { attitudes }: { readonly attitudes: boolean } = { attitudes: true }
): readonly Edit[] {
  const index = quoteOver(deciding, content)
  if (index !== undefined)
    return changeQuote(deciding, index, { content, ...(!attitudes && { act: 'speech' as const }) })
  const made = changes()
  made.put(
    deciding,
    { kind: 'quote', cue: null, source: null, act: 'speech' },
    { target: anchorsAt(deciding, content) }
  )
  return made.edits()
}

/** Sets parts of a quote. A cue or source that has become part of the content is none any more. */
export function changeQuote(deciding: Deciding, index: number, parts: QuoteParts): readonly Edit[] {
  const made = changes()
  const quote = deciding.article.analysis.quotes[index]
  if (!quote) return []
  const fact: Fact = { about: 'quote', index }
  const known = decisionOn(deciding, fact)
  const from = suggestionOf(deciding, fact)
  const content = parts.content ?? quote.content
  const beside = (spans: readonly Span[] | null) => {
    const left = spans?.filter((span) => !content.some((piece) => overlap(piece, span) > 0)) ?? []
    return left.length > 0 ? anchorsAt(deciding, left) : null
  }
  const target = anchorsAt(deciding, content)
  made.put(
    deciding,
    {
      kind: 'quote',
      cue: beside(parts.cue === undefined ? quote.cue : parts.cue),
      source: beside(parts.source === undefined ? quote.source : parts.source),
      act: parts.act ?? quote.act,
      ...(!parts.content && { quoteKind: quote.kind })
    },
    { target, ...(from && { from }) },
    known && known.kind !== 'speaker' && isOwn(deciding, known) ? known : undefined
  )
  if (parts.content) moveSpeaker()
  return made.edits()

  /** Who says it was decided of the content as it was. */
  function moveSpeaker(): void {
    const pieces = piecesOf(deciding, fact)
    for (const { decision } of deciding.article.decided?.decisions ?? []) {
      if (decision.kind !== 'speaker' || !isOwn(deciding, decision) || !areSame(decision.target, pieces)) continue
      made.put(deciding, { kind: 'speaker', who: decision.who }, { target, ...(from && { from }) }, decision)
    }
  }
}

/** The quote that has more than half of the given spans, or of whose content they are more than half. */
export function quoteOver({ article }: Pick<Deciding, 'article'>, spans: readonly Span[]): number | undefined {
  let best: { readonly index: number; readonly shared: number } | undefined
  article.analysis.quotes.forEach(({ content }, index) => {
    const shared = content.reduce((sum, piece) => sum + spans.reduce((part, span) => part + overlap(piece, span), 0), 0)
    const isMost = 2 * shared > Math.min(length(content), length(spans))
    if (isMost && shared > (best?.shared ?? 0)) best = { index, shared }
  })
  return best?.index
}

/**
 * The quotes that a span may be the source or cue of, nearest first: those of its paragraph, or the nearest one where the
 * paragraph has none.
 */
export function quotesNear({ article }: Pick<Deciding, 'article'>, span: Span): readonly number[] {
  const { text, analysis } = article
  const ranked = analysis.quotes
    .map((quote, index) => ({ index, distance: distanceTo(quote, span), isNear: isOneParagraph(text, quote, span) }))
    .sort((a, b) => a.distance - b.distance)
  const near = ranked.filter(({ isNear }) => isNear)
  return (near.length > 0 ? near : ranked.slice(0, 1)).map(({ index }) => index)
}

function isOneParagraph(text: string, { content }: Quote, span: Span): boolean {
  return content.some((piece) => {
    const between = text.slice(Math.min(piece.end, span.end), Math.max(piece.start, span.start))
    return !/\n[^\S\n]*\r?\n/.test(between)
  })
}

function distanceTo({ content }: Quote, { start, end }: Span): number {
  return Math.min(...content.map((piece) => Math.max(0, piece.start - end, start - piece.end)))
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

function length(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0)
}

export function areSame(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every(({ start, end }, index) => b[index]?.start === start && b[index].end === end)
}
