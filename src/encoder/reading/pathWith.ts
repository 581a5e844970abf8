import { roles } from '../weights/sizes'
import type { CueReading } from './encoderReading'
import type { WordRun } from './wordRun'

/**
 * How likely it is, among all lawful readings of a cue, that just these words are its sources and just these its contents:
 * the natural logarithm. -Infinity where some of them were not seen with the cue, or a word would be both.
 */
export function logProbabilityOf(cue: CueReading, sources: readonly WordRun[], contents: readonly WordRun[]): number {
  const path = pathWith(cue, sources, contents)
  if (!path) return -Infinity
  const sum = path.reduce((total, role, piece) => total + cue.logRoles[piece * roles.length + role]!, 0)
  return sum - cue.logLawful
}

/** The roles of the pieces when these words are sources and contents. */
function pathWith(
  { seen, wordOfPiece }: CueReading,
  sources: readonly WordRun[],
  contents: readonly WordRun[]
): readonly number[] | undefined {
  const path = new Array<number>(wordOfPiece.length).fill(0)
  for (const [runs, first] of [
    [sources, 1],
    [contents, 4]
  ] as const)
    for (const { start, end } of runs) {
      if (start < seen.start || end > seen.end) return undefined
      const begin = wordOfPiece.indexOf(start)
      const last = wordOfPiece.lastIndexOf(end - 1)
      // A paragraph's end is nothing's part: what goes on after it begins anew.
      const isIn = (piece: number) => begin <= piece && piece <= last && wordOfPiece[piece] !== -1
      for (let piece = begin; piece <= last; piece++) {
        if (!isIn(piece)) continue
        if (path[piece] !== 0) return undefined
        path[piece] = !isIn(piece - 1) ? first : !isIn(piece + 1) ? first + 2 : first + 1
      }
    }
  return path
}
