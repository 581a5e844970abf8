import type { Article, Span } from '../../article'
import { mapped } from '../../util/mapped'
import type { Range } from './sources'

/** The spans of a token range, in order, at least one for a range that is not empty. */
export type Split = (range: Range) => readonly Span[]

/**
 * Splits token ranges where the text between two tokens is no white space: Markdown's link targets, code and HTML, which
 * carry no tokens and belong to no quote. Pieces without a word or number ("." after a link) are left out when others stand.
 */
export function piecesOf({ format, text, tokens }: Article): Split {
  const holes = new Uint8Array(tokens.length)
  if (format === 'markdown') {
    for (let at = 1; at < tokens.length; at++) {
      const gap = text.slice(tokens[at - 1]?.end, tokens[at]?.start)
      if (gap.trim() !== '') holes[at] = 1
    }
  }
  return ({ from, to }) => {
    const pieces: Range[] = []
    let start = from
    for (let at = from + 1; at <= to; at++) {
      if (at < to && holes[at] !== 1) continue
      pieces.push({ from: start, to: at })
      start = at
    }
    const telling = pieces.filter((piece) =>
      tokens.slice(piece.from, piece.to).some(({ kind }) => kind === 'word' || kind === 'number')
    )
    return mapped(telling.length > 0 ? telling : pieces, (piece) => ({
      start: tokens[piece.from]?.start ?? 0,
      end: tokens[piece.to - 1]?.end ?? 0
    }))
  }
}
