/** A stretch of a text, half open, in UTF-16 units. */
interface Stretch {
  readonly start: number
  readonly end: number
}

/** White space of every kind as single blanks. */
export function onOneLine(text: string, trim = true): string {
  const joined = text.replace(/\s+/gu, ' ')
  return trim ? joined.trim() : joined
}

/**
 * What `shown` gives for ordered stretches on one line, with an ellipsis between them, and one at the end where more than `longest`
 * UTF-16 units are cut off; "" for none.
 */
export function stretchesOnOneLine(
  shown: (stretch: Stretch) => string,
  stretches: readonly Stretch[] | null,
  longest: number
): string {
  const pieces: string[] = []
  let length = 0
  for (const { start, end } of stretches ?? []) {
    const piece = onOneLine(shown({ start, end }).slice(0, longest * 2))
    pieces.push(piece)
    length += piece.length
    if (length > longest) break
  }
  const joined = pieces.join(' \u2026 ')
  return joined.length <= longest ? joined : `${trimCut(joined.slice(0, longest))}\u2026`
}

/** A cut text without trailing blanks and without half a surrogate pair at its end. */
export function trimCut(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '').trimEnd()
}
