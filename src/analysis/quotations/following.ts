import type { Prose, Unit } from './prose'
import type { Range } from './sources'

/** Pieces of one quote at most: a speech may fill many paragraphs, a hostile text millions. */
const longestSpeech = 100

/** The quotation that goes on after an interruption: `"This," he said, "is it."` Null when none starts after the comma. */
export function nextQuoted(prose: Prose, from: number, unit: Unit): Range | null {
  for (let at = from; at < unit.to; at++) {
    const quotation = prose.quotationOf[at] ?? -1
    if (quotation < 0) continue
    return /^[,:;\u2014\u2013]$|^--?$/.test(prose.words[at - 1] ?? '') ? { from: at, to: unit.to } : null
  }
  return null
}

/**
 * The sentences after it that are nothing but quotation go on with the same quote: the rest of its paragraph, and the
 * next paragraphs as long as the one before ends without a closing mark.
 */
export function withFollowingQuotes(prose: Prose, content: readonly Range[], unit: Unit): readonly Range[] {
  const last = content.at(-1)
  if (!last || (prose.quotationOf[last.to - 1] ?? -1) < 0) return content
  const pieces = [...content]
  let open = last.to >= unit.to - 1 && prose.quotations[prose.quotationOf[last.to - 1] ?? -1]?.closed === false
  for (let at = unit.index + 1; at < prose.units.length && pieces.length < longestSpeech; at++) {
    const next = prose.units[at]
    const quotation = next && prose.quotations[prose.quotationOf[next.from] ?? -1]
    // The content may reach beyond its own sentence already.
    if (next && next.from < pieces.at(-1)!.to) continue
    if (!next || !quotation || quotation.firstToken !== next.from || quotation.endToken < next.to - 1) break
    if (next.paragraph !== unit.paragraph && !open) break
    pieces.push({ from: next.from, to: quotation.endToken })
    open = !quotation.closed
  }
  return pieces
}
