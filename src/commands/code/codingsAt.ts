import type { Coding, Decided, Mark } from '../../annotations'
import type { Span } from '../../article'

/** The codings on words that a selection touches, the shortest first. */
export function codingsAt(decided: Decided | undefined, selection: Span): readonly Coding[] {
  return marksAt(decided, selection).filter((mark): mark is Coding => mark.kind === 'code')
}

/** The codings and memos on words that a selection touches, the shortest first. */
export function marksAt(decided: Decided | undefined, { start, end }: Span): readonly Mark[] {
  return (decided?.marks ?? [])
    .filter(({ target }) => target.some((piece) => piece.start <= end && start <= piece.end))
    .sort((a, b) => lengthOf(a) - lengthOf(b))
}

function lengthOf({ target }: Mark): number {
  return target.reduce((sum, { start, end }) => sum + end - start, 0)
}
