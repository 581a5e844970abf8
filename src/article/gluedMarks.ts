import type { Token } from './article'

/** How far a mark's fellow is looked for, in tokens. */
const farthest = 400

/**
 * True of a straight mark with a word at each side and a full stop before it that opens what follows: `gone."Then` opens where no
 * mark before it in the paragraph, which begins at `first`, waits to be closed, and the next one closes.
 */
export function gluedMarkOpens(tokens: readonly Token[], at: number, first: number, end: number): boolean {
  const { text } = tokens[at]!
  for (let before = at - 1; before >= Math.max(first, at - farthest); before--) {
    if (tokens[before]!.text !== text) continue
    if (isBeside(tokens, before, before + 1) && (before === first || !isBeside(tokens, before - 1, before)))
      return false
    break
  }
  for (let next = at + 1; next < Math.min(end, at + farthest); next++)
    if (tokens[next]!.text === text) return isBeside(tokens, next - 1, next)
  return false
}

function isBeside(tokens: readonly Token[], one: number, next: number): boolean {
  return tokens[next]?.start === tokens[one]!.end
}
