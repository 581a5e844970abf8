import type { Steps } from '../../util/steps'
import { hasWords } from '../wordPieces/cutWords'
import { paragraphPieces, type ParagraphPieces } from '../wordPieces/paragraphPieces'
import type { PiecesOfWord } from '../wordPieces/wordPieces'
import type { Units } from './cutWindows'

/** A text in word pieces. */
export interface TextPieces {
  readonly pieces: Uint16Array
  /** The word of each piece; -1 where a paragraph ends. */
  readonly wordOfPiece: Int32Array
  /** UTF-16 units of the text, by word. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly units: Units
  /** The paragraphs by their lines: what helps with the next version of the text. */
  readonly paragraphs: ReadonlyMap<string, ParagraphPieces>
}

/** Pieces between two rests. */
const piecesPerStep = 2000

/** Every line that is not blank is a paragraph. `known`: paragraphs of the version before. */
export function* textPieces(
  text: string,
  piecesOfWord: PiecesOfWord,
  known: ReadonlyMap<string, ParagraphPieces> = new Map()
): Steps<TextPieces> {
  const paragraphs = new Map<string, ParagraphPieces>()
  const found: { readonly at: number; readonly of: ParagraphPieces }[] = []
  let rest = piecesPerStep
  for (let at = 0; at <= text.length;) {
    const feed = text.indexOf('\n', at)
    const end = feed === -1 ? text.length : feed
    const line = text.slice(at, end)
    if (hasWords(line)) {
      const of = paragraphs.get(line) ?? known.get(line) ?? paragraphPieces(line, piecesOfWord)
      paragraphs.set(line, of)
      found.push({ at, of })
      rest -= of.pieces.length
    }
    at = end + 1
    if (rest > 0) continue
    rest = piecesPerStep
    yield
  }
  return { ...joined(found), paragraphs }
}

function joined(
  found: readonly { readonly at: number; readonly of: ParagraphPieces }[]
): Omit<TextPieces, 'paragraphs'> {
  const total = (count: (of: ParagraphPieces) => number) => found.reduce((sum, { of }) => sum + count(of), 0)
  const pieces = new Uint16Array(total((of) => of.pieces.length))
  const wordOfPiece = new Int32Array(pieces.length)
  const starts = new Uint32Array(total((of) => of.starts.length))
  const ends = new Uint32Array(starts.length)
  const unitCount = total((of) => of.unitEnds.length)
  const units = {
    ends: new Uint32Array(unitCount),
    endsParagraph: new Uint8Array(unitCount),
    hashes: new Uint32Array(unitCount)
  }
  let [piece, word, unit] = [0, 0, 0]
  for (const { at, of } of found) {
    pieces.set(of.pieces, piece)
    for (let index = 0; index < of.pieces.length; index++) {
      const inLine = of.wordOfPiece[index]!
      wordOfPiece[piece + index] = inLine === -1 ? -1 : word + inLine
    }
    for (let index = 0; index < of.starts.length; index++) {
      starts[word + index] = at + of.starts[index]!
      ends[word + index] = at + of.ends[index]!
    }
    for (const [index, end] of of.unitEnds.entries()) units.ends[unit + index] = piece + end
    units.hashes.set(of.unitHashes, unit)
    piece += of.pieces.length
    word += of.starts.length
    unit += of.unitEnds.length
    units.endsParagraph[unit - 1] = 1
  }
  return { pieces, wordOfPiece, starts, ends, units }
}
