import type { Article } from '../../article'

/** Tokens, half open. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** The tokens of a paragraph from `from` on and before `before`, without Markdown's marks around them; null when there is no word in them. */
export function wordsOf(
  { text, paragraphs, sentences, tokens }: Article,
  index: number,
  from: number,
  before = Infinity
): Range | null {
  const paragraph = paragraphs[index]!
  if (paragraph.role === 'credit' || paragraph.role === 'byline') return null
  const end = Math.min(before, sentences[paragraph.endSentence - 1]?.endToken ?? 0)
  // A captions file's "</v>".
  const isClosed = /^<\/v>$/.test(
    tokens
      .slice(Math.max(from, end - 4), end)
      .map(({ text }) => text)
      .join('')
  )
  const range = {
    from: Math.max(from, sentences[paragraph.firstSentence]?.firstToken ?? 0),
    to: isClosed ? end - 4 : end
  }
  // In plain text, Markdown's marks of headings, lists and emphasis.
  while (range.from < range.to && /^[#*_\\]+$/.test(tokens[range.from]!.text)) range.from++
  while (range.from < range.to && /^[*_]+$/.test(tokens[range.to - 1]!.text)) range.to--
  if (range.from >= range.to) return null
  const { start } = tokens[range.from]!
  const said = text.slice(start, Math.min(tokens[range.to - 1]!.end, start + longestDirection))
  // "SILK: (Laughter.)": nobody's words.
  if (/^\([^()]+\)\.?$/.test(said)) return null
  for (let at = range.from; at < range.to; at++)
    if (tokens[at]!.kind === 'word' || tokens[at]!.kind === 'number') return range
  return null
}

/** In UTF-16 units. */
const longestDirection = 40

/** Whether a paragraph says "I", "we" or "you" somewhere. */
export function speaksOfSelf({ text, paragraphs }: Article, index: number): boolean {
  const { start, end } = paragraphs[index]!
  return /\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|me|us)\b/.test(text.slice(start, end))
}

/** Whether one of the ranges shares a token with another one. */
export function meets(ranges: readonly Range[], { from, to }: Range): boolean {
  return ranges.some((range) => range.from < to && from < range.to)
}
