import type { Span } from '../../article'
import { firstIndex } from '../../util/binarySearch'

/** Whole tokens that pieces of text touch. */
export interface TokenRanges {
  /** Indexes of tokens, half open, in order and apart; none where no token is touched. */
  readonly ranges: readonly { readonly first: number; readonly end: number }[]
  /** Whether the pieces begin and end where tokens do. */
  readonly isExact: boolean
}

/** `tokens` are in order and do not overlap, and so do the pieces. */
export function tokensOf(tokens: readonly Span[], pieces: readonly Span[]): TokenRanges {
  const ranges: { first: number; end: number }[] = []
  let isExact = true
  for (const { start, end } of pieces) {
    const first = firstIndex(tokens.length, (index) => tokens[index]!.end > start)
    const after = firstIndex(tokens.length, (index) => tokens[index]!.start >= end)
    isExact &&= first < after && tokens[first]!.start === start && tokens[after - 1]!.end === end
    const before = ranges.at(-1)
    if (before && before.end > first) before.end = Math.max(before.end, after)
    else if (first < after) ranges.push({ first, end: after })
  }
  return { ranges, isExact }
}
