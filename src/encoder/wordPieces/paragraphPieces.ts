import { cutWords } from './cutWords'
import { withPlainMarks } from './plainMarks'
import { special } from './vocabulary'
import type { PiecesOfWord } from './wordPieces'

/** A line of a text as the encoder sees it. */
export interface ParagraphPieces {
  /** The last one says that the paragraph ends. */
  readonly pieces: Uint16Array
  /** Which word each piece is of, counted from 0; the paragraph's end is of none: -1. */
  readonly wordOfPiece: Int32Array
  /** UTF-16 units of the line, by word. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** After so many pieces one unit ends: a sentence or so, at most `longestUnit` pieces. The last one is all pieces. */
  readonly unitEnds: Uint32Array
  /** A number for the first words of each unit: the same words have the same. */
  readonly unitHashes: Uint32Array
}

/** A window of the encoder takes more than one of them. */
export const longestUnit = 120
/** What is shorter than this stays with what follows. */
const shortestUnit = 16
/** A unit is told by its first pieces: whoever types at its end changes nothing about where windows are cut. */
const telling = 4

/** `line` has no line feed, and is not blank. Linear in its length. */
export function paragraphPieces(line: string, piecesOfWord: PiecesOfWord): ParagraphPieces {
  const plain = withPlainMarks(line)
  const pieces: number[] = []
  const wordOfPiece: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  const unitEnds: number[] = []
  let unit = 0
  let hasEnded = false
  cutWords(plain, (start, end) => {
    const word = plain.slice(start, end)
    const ofWord = piecesOfWord(word)
    const before = pieces.length - unit
    const isNext = hasEnded && before >= shortestUnit && start > (ends.at(-1) ?? start) && !beginsSmall.test(word)
    if (isNext || before + ofWord.length >= longestUnit) {
      unitEnds.push(pieces.length)
      unit = pieces.length
    }
    hasEnded = endsSentence.test(word) || (hasEnded && closes.test(word))
    for (const piece of ofWord) {
      pieces.push(piece)
      wordOfPiece.push(starts.length)
    }
    starts.push(start)
    ends.push(end)
  })
  pieces.push(special.paragraphEnd)
  wordOfPiece.push(-1)
  unitEnds.push(pieces.length)
  return {
    pieces: Uint16Array.from(pieces),
    wordOfPiece: Int32Array.from(wordOfPiece),
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    unitEnds: Uint32Array.from(unitEnds),
    unitHashes: Uint32Array.from(unitEnds, (end, index) => hash(pieces.slice(unitEnds[index - 1] ?? 0, end)))
  }
}

const endsSentence = /^[.!?]$/
const closes = /^["')\]]$/
const beginsSmall = /^\p{Ll}/u

function hash(pieces: readonly number[]): number {
  let value = 0x811c9dc5
  for (const piece of pieces.slice(0, telling)) value = Math.imul(value ^ piece, 0x01000193)
  // The last bits of FNV hardly differ between similar beginnings.
  return (value ^ (value >>> 15)) >>> 0
}
