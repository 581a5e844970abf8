import type { Span } from '../../article'
import type { Mark } from '../decided'

/** Words with what the editor draws under them. */
export interface MarkedSegment extends Span {
  /** `Code.id`s in their lanes, the uppermost first; undefined is an empty lane below a longer coding's. */
  readonly lanes: readonly (string | undefined)[]
  /** There is a memo about these words, of a coding or on its own. */
  readonly hasMemo: boolean
}

/** More codes than these on the same words are not drawn; the hover has all. */
export const mostLanes = 4

/** Codings beyond so many that overlap are left out, so that hostile files cost no more than their length. */
const keptLanes = 16

/**
 * Cuts the text where codings and memos begin and end, so that overlapping ones can be drawn below each other. A coding keeps its
 * lane from its first piece to its last; a code that is given twice to the same words is drawn once. In order of the text,
 * without overlaps, nothing of zero length.
 */
export function codeSegments(marks: readonly Mark[]): readonly MarkedSegment[] {
  const pieces = lanePieces(marks)
  const bounds = [...new Set(pieces.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const segments: MarkedSegment[] = []
  const open = new Set<LanePiece>()
  let next = 0
  for (let at = 0; at + 1 < bounds.length; at++) {
    const [start, end] = [bounds[at]!, bounds[at + 1]!]
    for (const piece of open) if (piece.end <= start) open.delete(piece)
    for (let piece = pieces[next]; piece && piece.start <= start; piece = pieces[++next]) open.add(piece)
    if (open.size > 0) segments.push({ start, end, ...drawn(open) })
  }
  return segments
}

interface LanePiece extends Span {
  readonly code: string | undefined
  readonly lane: number
  readonly hasMemo: boolean
}

/** The pieces of all marks with the lane of their mark, in order of their start. */
function lanePieces(marks: readonly Mark[]): readonly LanePiece[] {
  const pieces: LanePiece[] = []
  /** By lane the end of what is in it. */
  const ends: number[] = []
  const inOrder = marks
    .filter(({ target }) => target.length > 0)
    .sort(
      (a, b) =>
        a.target[0]!.start - b.target[0]!.start ||
        b.target.at(-1)!.end - a.target.at(-1)!.end ||
        (a.created < b.created ? -1 : 1)
    )
  for (const mark of inOrder) {
    const code = mark.kind === 'code' ? mark.code : undefined
    let lane = -1
    if (code !== undefined) {
      const free = ends.findIndex((end) => end <= mark.target[0]!.start)
      lane = free >= 0 ? free : ends.length
      if (lane >= keptLanes) continue
      ends[lane] = Math.max(ends[lane] ?? 0, mark.target.at(-1)!.end)
    }
    if (code !== undefined)
      for (const { start, end } of mark.target) if (end > start) pieces.push({ start, end, code, lane, hasMemo: false })
  }
  return [...pieces, ...memoPieces(marks)].sort((a, b) => a.start - b.start)
}

/** Where there are memos, without overlaps. */
function memoPieces(marks: readonly Mark[]): readonly LanePiece[] {
  const merged: LanePiece[] = []
  const spans = marks.flatMap(({ kind, ...mark }) => (kind === 'memo' || 'memo' in mark ? mark.target : []))
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && start <= last.end) merged[merged.length - 1] = { ...last, end: Math.max(last.end, end) }
    else if (end > start) merged.push({ start, end, code: undefined, lane: -1, hasMemo: true })
  }
  return merged
}

function drawn(open: ReadonlySet<LanePiece>): Pick<MarkedSegment, 'lanes' | 'hasMemo'> {
  const lanes: (string | undefined)[] = []
  let hasMemo = false
  for (const { code, lane, hasMemo: memo } of open) {
    hasMemo ||= memo
    if (code !== undefined && !lanes.includes(code)) lanes[lane] = code
  }
  const all = Array.from(lanes)
  return { lanes: all.length > mostLanes ? all.filter((code) => code !== undefined).slice(0, mostLanes) : all, hasMemo }
}
