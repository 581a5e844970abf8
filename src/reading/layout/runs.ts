import type { Markup, Span } from '../../article'
import { firstIndex } from '../../util/binarySearch'
import type { Look, ReadingRun } from '../../protocol/reading'
import type { Paint } from './paints'

/** A stretch of a block as a reader sees it: of the source character by character, or `whole` for what a mark stands for. */
interface Piece extends Span {
  readonly text: string
  readonly whole: boolean
}

/**
 * The pieces of a block that look the same, with offsets from its beginning. `paints` are those that touch it, in order of start.
 * Words that begin inside a whole piece begin with it.
 */
export function runsOf(
  text: string,
  markup: readonly Markup[],
  block: Span,
  paints: readonly Paint[]
): readonly ReadingRun[] {
  const runs: ReadingRun[] = []
  const open = new Set<Paint>()
  let next = 0
  const bounds = boundsOf(block, paints)
  let bound = 0
  for (const piece of piecesOf(text, markup, block)) {
    let from = piece.start
    while (from < piece.end) {
      while (bound < bounds.length && bounds[bound]! <= from) bound++
      const to = piece.whole ? piece.end : Math.min(piece.end, bounds[bound] ?? piece.end)
      for (const paint of open) if (paint.end <= from) open.delete(paint)
      for (let paint = paints[next]; paint && paint.start < (piece.whole ? to : from + 1); paint = paints[++next])
        if (paint.end > from) open.add(paint)
      const words = piece.whole ? piece.text : text.slice(from, to)
      runs.push({ text: words, start: from - block.start, end: to - block.start, ...painted(open) })
      from = to
    }
  }
  return runs
}

function piecesOf(text: string, markup: readonly Markup[], { start, end }: Span): readonly Piece[] {
  const pieces: Piece[] = []
  let from = start
  const plain = (to: number) => {
    if (to > from) pieces.push({ start: from, end: to, text: text.slice(from, to), whole: false })
  }
  let index = firstIndex(markup.length, (at) => markup[at]!.end > start)
  for (; index < markup.length && markup[index]!.start < end; index++) {
    const mark = markup[index]!
    plain(mark.start)
    from = Math.min(end, mark.end)
    if (mark.shown !== '') pieces.push({ start: Math.max(start, mark.start), end: from, text: mark.shown, whole: true })
  }
  plain(end)
  return pieces
}

/** Where something begins or ends inside the block, in order. */
function boundsOf({ start, end }: Span, paints: readonly Paint[]): readonly number[] {
  const bounds = new Set<number>()
  for (const paint of paints) for (const at of [paint.start, paint.end]) if (at > start && at < end) bounds.add(at)
  return [...bounds].sort((a, b) => a - b)
}

/** In the order of the paints, each once. */
function painted(open: ReadonlySet<Paint>): Omit<ReadingRun, 'text' | 'start' | 'end'> {
  if (open.size === 0) return {}
  const looks = new Set<Look>()
  const quoted = new Set<number>()
  const codes = new Set<number>()
  let names: number | undefined
  for (const paint of open) {
    if (paint.look !== undefined) looks.add(paint.look)
    if (paint.quoted !== undefined) quoted.add(paint.quoted)
    if (paint.code !== undefined) codes.add(paint.code)
    if (paint.names !== undefined) names = paint.names
  }
  return {
    ...(looks.size > 0 && { looks: [...looks] }),
    ...(quoted.size > 0 && { quoted: [...quoted] }),
    ...(names !== undefined && { names }),
    ...(codes.size > 0 && { codes: [...codes] })
  }
}
