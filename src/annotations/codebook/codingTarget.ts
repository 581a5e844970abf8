import type { AnalyzedArticle } from '../../analysis'
import type { Span } from '../../article'

/** The words that a code or a memo is about. */
export interface CodingTarget {
  /** Ordered pieces; one, or several of a quote. */
  readonly pieces: readonly Span[]
  readonly kind: 'selection' | 'quote' | 'coded' | 'sentence'
}

/** What is needed of an article to say what a cursor is on. */
export type TargetSource = Pick<AnalyzedArticle, 'text' | 'article' | 'analysis'>

/**
 * What is coded: the selected words without the white space around them; where nothing is selected the quote or the coded words
 * at the cursor, the shorter of them, or else its sentence. `coded` has the targets of the codings in the text.
 */
export function codingTarget(
  source: TargetSource,
  selection: Span,
  coded: readonly (readonly Span[])[]
): CodingTarget | undefined {
  const words = trimmed(source.text, selection)
  if (words) return { pieces: [words], kind: 'selection' }
  if (selection.end > selection.start) return undefined
  const offset = selection.start
  const quotes = source.analysis.quotes.map(({ content }): CodingTarget => ({ pieces: content, kind: 'quote' }))
  const codings = coded.map((pieces): CodingTarget => ({ pieces, kind: 'coded' }))
  const around = [...quotes, ...codings].filter(({ pieces }) => pieces.some((piece) => isAt(piece, offset)))
  const shortest = around.reduce<CodingTarget | undefined>(
    (best, target) => (!best || lengthOf(target) < lengthOf(best) ? target : best),
    undefined
  )
  if (shortest) return shortest
  const sentence = source.article.sentences.find((span) => isAt(span, offset))
  return sentence && { pieces: [{ start: sentence.start, end: sentence.end }], kind: 'sentence' }
}

/** The span without white space at its ends; undefined where nothing else is in it. */
function trimmed(text: string, { start, end }: Span): Span | undefined {
  const words = text.slice(start, end)
  const from = start + (words.length - words.trimStart().length)
  const to = end - (words.length - words.trimEnd().length)
  return from < to ? { start: from, end: to } : undefined
}

/** Both ends count: a cursor right after a word is still on it. */
function isAt({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end
}

function lengthOf({ pieces }: CodingTarget): number {
  return pieces.reduce((sum, { start, end }) => sum + end - start, 0)
}
