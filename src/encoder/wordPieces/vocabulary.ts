/** Pieces that stand for no letters. */
export const special = { padding: 0, unknown: 1, begin: 2, end: 3, mask: 4, paragraphEnd: 5 } as const

/** The word pieces by their letters: those that begin a word, and those that go on inside one. */
export interface Vocabulary {
  readonly beginning: ReadonlyMap<string, number>
  readonly inside: ReadonlyMap<string, number>
  /** UTF-16 units of the longest piece. */
  readonly longest: number
}

/** `pieces`: UTF-8, a line feed after each, in the order of their numbers; a piece that goes on inside a word begins with `##`. */
export function readVocabulary(pieces: Uint8Array): Vocabulary {
  const beginning = new Map<string, number>()
  const inside = new Map<string, number>()
  let longest = 1
  for (const [id, piece] of piecesOf(pieces).entries()) {
    // Those in brackets are no letters of a text: `[CLS]` in an article is five pieces.
    if (id <= special.paragraphEnd) continue
    const letters = piece.startsWith('##') ? piece.slice(2) : piece
    if (piece.startsWith('##')) inside.set(letters, id)
    else beginning.set(letters, id)
    longest = Math.max(longest, letters.length)
  }
  return { beginning, inside, longest }
}

export function piecesOf(pieces: Uint8Array): readonly string[] {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(pieces).split('\n').slice(0, -1)
}
