import { special, type Vocabulary } from './vocabulary'

/** Gives the pieces of a word: the longest known one first, then the longest that goes on; one unknown piece where some part is not known. */
export type PiecesOfWord = (word: string) => readonly number[]

/** Longer ones, in characters, are unknown as a whole. */
const longestWord = 64
/** Most words of a text are among so many; a hostile one has ever others, and must not fill the memory. */
const remembered = 20_000

/** Each word takes time by its length alone: no piece is longer than the vocabulary's longest. */
export function wordPieces(vocabulary: Vocabulary): PiecesOfWord {
  const known = new Map<string, readonly number[]>()
  return (word) => {
    const before = known.get(word)
    if (before) return before
    const pieces = cut(word, vocabulary)
    if (known.size >= remembered) known.clear()
    if (word.length <= longestWord) known.set(word, pieces)
    return pieces
  }
}

const unknown: readonly number[] = [special.unknown]

function cut(word: string, { beginning, inside, longest }: Vocabulary): readonly number[] {
  if (isTooLong(word)) return unknown
  const pieces: number[] = []
  for (let start = 0; start < word.length;) {
    const among = start === 0 ? beginning : inside
    let end = Math.min(word.length, start + longest)
    let piece: number | undefined
    while (end > start && (piece = among.get(word.slice(start, end))) === undefined) end--
    if (piece === undefined) return unknown
    pieces.push(piece)
    start = end
  }
  return pieces
}

/** Characters, not UTF-16 units. */
function isTooLong(word: string): boolean {
  if (word.length <= longestWord) return false
  if (word.length > 2 * longestWord) return true
  return [...word].length > longestWord
}
