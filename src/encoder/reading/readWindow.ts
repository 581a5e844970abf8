import type { WindowEncoder } from '../graph/windowEncoder'
import { labelCount } from '../weights/sizes'
import type { WordRun } from './wordRun'
import { likelyCues } from './likelyCues'
import { rolePath } from './rolePath'

/** What the encoder says of a window, its words counted from the window's first. Kept from one version of a text to the next. */
export interface WindowReading {
  /** Of the core's words: `labelCount` probabilities each. */
  readonly labels: Float32Array
  /** The word of each piece; -1 where a paragraph ends. */
  readonly wordOfPiece: Int16Array
  /** Of words of the core. */
  readonly cues: readonly WindowCue[]
}

export interface WindowCue {
  readonly words: WordRun
  readonly probability: number
  readonly logRoles: Float32Array
  readonly path: Uint8Array
  readonly pathProbability: number
  readonly logLawful: number
  readonly sources: readonly WordRun[]
  readonly contents: readonly WordRun[]
}

/** `core`: words whose labels are wanted; `wordOfPiece` counts them from the window's first word. */
export function readWindow(
  encoder: WindowEncoder,
  pieces: Uint16Array,
  wordOfPiece: Int16Array,
  core: WordRun
): WindowReading {
  encoder.encode(pieces)
  const firstPieces = firstPiecesOf(wordOfPiece)
  const ofPieces = encoder.labels()
  const labels = new Float32Array(firstPieces.length * labelCount)
  for (const [word, piece] of firstPieces.entries())
    labels.set(ofPieces.subarray(piece * labelCount, (piece + 1) * labelCount), word * labelCount)
  const cues = likelyCues(labels).filter(({ words }) => core.start <= words.start && words.start < core.end)
  const logRoles = encoder.relate(cues.map(({ words }) => firstPieces[words.start]!))
  return {
    labels: labels.slice(core.start * labelCount, core.end * labelCount),
    wordOfPiece,
    cues: cues.map((cue, index) => {
      const { path, probability: pathProbability, logLawful } = rolePath(logRoles[index]!)
      return {
        ...cue,
        logRoles: logRoles[index]!,
        path,
        pathProbability,
        logLawful,
        sources: runsOf(path, wordOfPiece, 1),
        contents: runsOf(path, wordOfPiece, 4)
      }
    })
  }
}

/** Words with a piece of a role from `first` to `first` + 2, those side by side together. */
function runsOf(path: Uint8Array, wordOfPiece: Int16Array, first: number): readonly WordRun[] {
  const runs: { start: number; end: number }[] = []
  for (const [piece, role] of path.entries()) {
    const word = wordOfPiece[piece]!
    if (word === -1 || role < first || role > first + 2) continue
    const last = runs.at(-1)
    if (last && word <= last.end) last.end = word + 1
    else runs.push({ start: word, end: word + 1 })
  }
  return runs
}

function firstPiecesOf(wordOfPiece: Int16Array): readonly number[] {
  const first: number[] = []
  for (const [piece, word] of wordOfPiece.entries()) if (word === first.length) first.push(piece)
  return first
}
